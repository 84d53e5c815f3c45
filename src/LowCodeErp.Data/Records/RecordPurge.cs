using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Data.Records;

/// <summary>Deletes records of one form from their table.</summary>
internal sealed class RecordPurge(StoreSession session, RecordTable table)
{
    public async Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        // A database refuses to delete what a record of the same form refers to, even if that goes too.
        foreach (var field in table.Form.StoredFields.Where(field => field.Shape is FieldShape.Reference && field.Target == table.Form))
        {
            await ExecuteAsync($"UPDATE {table.QuotedName} SET {table.Of(field).QuotedName} = NULL WHERE", table.Of(field), ids, cancellationToken);
        }

        await ExecuteAsync($"DELETE FROM {table.QuotedName} WHERE", table.Id, ids, cancellationToken);
    }

    private async Task ExecuteAsync(string statement, StoreColumn column, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Cast<object>().Chunk(session.Dialect.LookupSize))
        {
            await using var command = session.CreateCommand(parameters => $"{statement} {session.Dialect.In(parameters, column, chunk)}");
            await session.ExecuteAsync(command, cancellationToken);
        }
    }
}
