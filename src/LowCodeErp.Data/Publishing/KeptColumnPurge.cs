using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Publishing;

/// <summary>
/// Deletes kept values. Servers drop the column or table. SQLite cannot drop a column that has a foreign key, and drops others by
/// writing the table anew; there the values go and an empty column or table stays.
/// </summary>
internal sealed class KeptColumnPurge(WorkspaceContext services, WriteTransaction transaction)
{
    private readonly ISqlGenerationHelper _sql = services.GetService<ISqlGenerationHelper>();

    public async Task RunAsync(IReadOnlyList<KeptThing> things, CancellationToken cancellationToken)
    {
        foreach (var statement in things.SelectMany(thing => services.Database.IsSqlite() ? Empty(thing) : Drop(thing)))
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private IEnumerable<string> Drop(KeptThing thing)
        => [thing.Row.IsTable ? $"DROP TABLE {Quote(thing.Row.TableName)}" : $"ALTER TABLE {Quote(thing.Row.TableName)} DROP COLUMN {Quote(thing.Row.ColumnName)}"];

    /// <summary>Records may refer to others of their own form, which would keep those from being deleted.</summary>
    private IEnumerable<string> Empty(KeptThing thing)
    {
        if (!thing.Row.IsTable)
        {
            return [Blank(thing.Row.TableName, thing.Row.ColumnName)];
        }

        var own = thing.Fields.Where(field => field.Target == thing.Form && !field.IsList);
        return [.. own.Select(field => Blank(thing.Row.TableName, field.Column)), $"DELETE FROM {Quote(thing.Row.TableName)}"];
    }

    private string Blank(string table, string column) => $"UPDATE {Quote(table)} SET {Quote(column)} = NULL WHERE {Quote(column)} IS NOT NULL";

    private string Quote(string name) => _sql.DelimitIdentifier(name);
}
