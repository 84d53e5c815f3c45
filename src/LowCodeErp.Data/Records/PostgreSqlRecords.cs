using System.Data.Common;
using System.Globalization;
using LowCodeErp.Data.Providers.PostgreSql;
using Npgsql;

namespace LowCodeErp.Data.Records;

internal sealed class PostgreSqlRecords : RecordDialect
{
    private const int MostParameters = 30_000;

    /// <summary>From here on COPY costs less than an INSERT with as many parameters.</summary>
    private const int CopyFrom = 50;

    /// <summary>Not FOR UPDATE: whoever refers to the row by a foreign key holds its key, and must not be waited for.</summary>
    public override string LockTail => " FOR NO KEY UPDATE";

    public override string HoldTail => " FOR SHARE";

    public override int LookupSize => 50_000;

    public override int GetInsertSize(int columns) => Math.Clamp(MostParameters / columns, 1, CopyFrom);

    public override Task PrepareAsync(DbBatch batch, CancellationToken cancellationToken) => batch.PrepareAsync(cancellationToken);

    public override string In(DbCommand command, StoreColumn column, IReadOnlyCollection<object> values)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        var parameter = (NpgsqlParameter)command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = ToArray([.. values.Select(column.ToProvider).Select(value => value is string text ? StorableText.Clean(text) : value)]);
        parameter.DataTypeName = column.Mapping.StoreTypeNameBase + "[]";
        command.Parameters.Add(parameter);
        return $"{column.QuotedName} = ANY({name})";
    }

    public override async Task<bool> TryCopyAsync<T>(
        StoreSession session, InsertTarget<T> target, IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        if (items.Count < CopyFrom)
        {
            return false;
        }

        session.StatementCount++;
        var columns = string.Join(", ", target.Properties.Select(property => property.Column.QuotedName));
        var types = target.Properties.Select(property => property.Column.Mapping.StoreTypeNameBase).ToArray();
        var connection = (NpgsqlConnection)session.Transaction.Connection;
        var copy = $"COPY {target.QuotedTable} ({columns}) FROM STDIN (FORMAT binary)";
        await using var import = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        foreach (var item in items)
        {
            await WriteAsync(import, target.Properties, types, item, cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
        return true;
    }

    public override string Items(string quotedColumn) => $"CROSS JOIN LATERAL unnest({quotedColumn}) AS i(value)";

    public override string? FindDuplicate(DbException exception)
        => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation ? violation.ConstraintName : null;

    private static async Task WriteAsync<T>(
        NpgsqlBinaryImporter import, IReadOnlyList<StoredProperty<T>> properties, string[] types, T item, CancellationToken cancellationToken)
    {
        await import.StartRowAsync(cancellationToken);
        for (var index = 0; index < types.Length; index++)
        {
            await import.WriteAsync(properties[index].ToProvider(item), types[index], cancellationToken);
        }
    }

    /// <summary>The driver wants the elements' own type.</summary>
    private static Array ToArray(object[] values)
    {
        var array = Array.CreateInstance(values.Length == 0 ? typeof(string) : values[0].GetType(), values.Length);
        Array.Copy(values, array, values.Length);
        return array;
    }
}
