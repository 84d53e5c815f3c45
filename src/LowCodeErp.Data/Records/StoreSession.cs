using System.Data.Common;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary>What the parts of one record transaction share.</summary>
internal sealed class StoreSession(WriteTransaction transaction, RecordDialect dialect, ISqlGenerationHelper sql)
{
    public WriteTransaction Transaction { get; } = transaction;

    public RecordDialect Dialect { get; } = dialect;

    /// <summary>How often the database was asked.</summary>
    public int StatementCount { get; set; }

    public string Quote(string name) => sql.DelimitIdentifier(name);

    public DbCommand CreateCommand(string text) => Transaction.CreateCommand(text);

    /// <param name="describe">Adds the parameters and gives the text.</param>
    public DbCommand CreateCommand(Func<DbCommand, string> describe)
    {
        using var draft = Transaction.Connection.CreateCommand();
        var command = CreateCommand(describe(draft));
        var parameters = draft.Parameters.Cast<DbParameter>().ToArray();
        draft.Parameters.Clear();
        command.Parameters.AddRange(parameters);
        return command;
    }

    public async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        Count(command.CommandText);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<int> ExecuteAsync(DbBatch batch, CancellationToken cancellationToken)
    {
        Count(batch.BatchCommands[0].CommandText);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<DbDataReader> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        Count(command.CommandText);
        return await command.ExecuteReaderAsync(cancellationToken);
    }

    private void Count(string statement)
    {
        StatementCount++;
        Transaction.Watch?.Invoke(statement);
    }
}
