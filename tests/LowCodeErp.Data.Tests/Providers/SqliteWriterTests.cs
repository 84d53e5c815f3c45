using System.Data.Common;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Providers;

/// <summary>What one write prepares the next one finds, and nothing else of it (decision 0049).</summary>
public sealed class SqliteWriterTests
{
    private const string Insert = "INSERT INTO item (id, name) VALUES (@id, @name)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_ThatFollowEachOther_ShareTheConnectionAndItsStatements()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var (first, statement) = await WriteAsync(database.Connections, 1);
        var (second, again) = await WriteAsync(database.Connections, 2);

        Assert.Same(first, second);
        Assert.Same(statement, again);
        Assert.Equal(2L, await CountAsync(database.Connections));
    }

    [Fact]
    public async Task Statements_OfTheSameText_AreTwoWhileBothAreInUse()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await WriteAsync(database.Connections, 1);
        await using var transaction = await database.Connections.BeginWriteAsync(Cancellation);
        await using var one = transaction.CreateCommand(Insert);
        await using var other = transaction.CreateCommand(Insert);

        Assert.NotSame(one, other);
        Assert.Empty(one.Parameters);
        Assert.Empty(other.Parameters);
    }

    [Fact]
    public async Task Transaction_ThatWasNotCommitted_LeavesNothingToTheNext()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await WriteAsync(database.Connections, 1);
        await using (var transaction = await database.Connections.BeginWriteAsync(Cancellation))
        {
            await InsertAsync(transaction, 2);
            await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(transaction, 1));
        }

        await WriteAsync(database.Connections, 3);

        Assert.Equal(2L, await CountAsync(database.Connections));
    }

    [Fact]
    public async Task Statement_DisposedOfTwice_IsStillThereForTheNext()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var (_, statement) = await WriteAsync(database.Connections, 1);
        await statement.DisposeAsync();
        var (_, again) = await WriteAsync(database.Connections, 2);

        Assert.Same(statement, again);
        Assert.Equal(2L, await CountAsync(database.Connections));
    }

    private static async Task<(DbConnection Connection, DbCommand Statement)> WriteAsync(WorkspaceConnections connections, long id)
    {
        await using var transaction = await connections.BeginWriteAsync(Cancellation);
        await using (var table = transaction.CreateCommand("CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY, name TEXT)"))
        {
            await table.ExecuteNonQueryAsync(Cancellation);
        }

        var statement = await InsertAsync(transaction, id);
        await transaction.CommitAsync(Cancellation);
        return (transaction.Connection, statement);
    }

    private static async Task<DbCommand> InsertAsync(WriteTransaction transaction, long id)
    {
        await using var command = transaction.CreateCommand(Insert);
        foreach (var (name, value) in new (string, object)[] { ("@id", id), ("@name", $"item {id}") })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(Cancellation);
        return command;
    }

    private static async Task<long> CountAsync(WorkspaceConnections connections)
    {
        await using var connection = await connections.OpenReadAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM item";
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
