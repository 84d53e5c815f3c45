using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LowCodeErp.Data.Records;

/// <summary>In-process: a prepared single row costs no round trip, and longer statements only cost more to bind.</summary>
internal sealed class SqliteRecords : RecordDialect
{
    private const int UniqueViolation = 2067;
    private const int KeyViolation = 1555;

    public override bool LocksRows => false;

    public override int LookupSize => 10_000;

    public override int GetInsertSize(int columns) => 1;

    /// <summary>One parameter however many values, so that there are two statements at most.</summary>
    public override string In(DbCommand command, StoreColumn column, IReadOnlyCollection<object> values)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        if (values.Count == 1)
        {
            column.AddParameter(command, name).Value = column.ToProvider(values.First());
            return $"{column.QuotedName} = {name}";
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = JsonSerializer.Serialize(values.Select(value => ToJson(column.ToProvider(value))));
        command.Parameters.Add(parameter);
        return $"{column.QuotedName} IN (SELECT value FROM json_each({name}))";
    }

    public override string Items(string quotedColumn) => $"CROSS JOIN json_each({quotedColumn}) AS i";

    /// <summary>SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY say "UNIQUE constraint failed: order.code".</summary>
    public override string? FindDuplicate(DbException exception)
        => exception is SqliteException { SqliteExtendedErrorCode: UniqueViolation or KeyViolation } ? exception.Message.Split('.')[^2].Trim('\'') : null;

    /// <summary>As SQLite itself would store it.</summary>
    private static object ToJson(object value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool boolean => boolean ? 1 : 0,
        _ => value,
    };
}
