using System.Data.Common;
using System.Globalization;
using System.Text;

namespace LowCodeErp.Data.Records;

/// <summary>
/// Writes items to one table, in the way that is fastest on the database. Prepared statements are kept for the whole
/// transaction.
/// </summary>
internal sealed class TableInsert<T>(StoreSession session, InsertTarget<T> target) : IAsyncDisposable
{
    private readonly Dictionary<int, DbCommand> _commands = [];

    public async Task WriteAsync(IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        if (await session.Dialect.TryCopyAsync(session, target, items, cancellationToken))
        {
            return;
        }

        var size = session.Dialect.GetInsertSize(target.Properties.Count);
        for (var start = 0; start < items.Count; start += size)
        {
            await WriteAsync(items, start, Math.Min(size, items.Count - start), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }
    }

    private async Task WriteAsync(IReadOnlyList<T> items, int start, int count, CancellationToken cancellationToken)
    {
        var command = await GetCommandAsync(count, cancellationToken);
        var parameters = command.Parameters;
        var next = 0;
        for (var row = start; row < start + count; row++)
        {
            foreach (var property in target.Properties)
            {
                parameters[next++].Value = property.ToProvider(items[row]);
            }
        }

        await session.ExecuteAsync(command, cancellationToken);
    }

    private async Task<DbCommand> GetCommandAsync(int rows, CancellationToken cancellationToken)
    {
        if (_commands.TryGetValue(rows, out var command))
        {
            return command;
        }

        command = session.CreateCommand(parameters => Describe(parameters, rows));
        await command.PrepareAsync(cancellationToken);
        return _commands[rows] = command;
    }

    private string Describe(DbCommand command, int rows)
    {
        var text = new StringBuilder("INSERT INTO ").Append(target.QuotedTable).Append(" (")
            .AppendJoin(", ", target.Properties.Select(property => property.Column.QuotedName)).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", target.Properties.Select(property => AddParameter(command, property))).Append(')');
        }

        return text.ToString();
    }

    private static string AddParameter(DbCommand command, StoredProperty<T> property)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        property.Column.AddParameter(command, name);
        return name;
    }
}
