using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace LowCodeErp.Data.Records;

/// <summary>A command takes at most 2,100 parameters, and an INSERT at most 1,000 rows.</summary>
internal sealed partial class SqlServerRecords : RecordDialect
{
    private const int MostParameters = 2_000;
    private const int DuplicateKey = 2627;
    private const int DuplicateInIndex = 2601;

    public override string LockHint => " WITH (UPDLOCK, ROWLOCK)";

    public override string HoldHint => " WITH (REPEATABLEREAD, ROWLOCK)";

    public override int LookupSize => MostParameters;

    public override int GetInsertSize(int columns) => Math.Clamp(MostParameters / columns, 1, 1_000);

    public override string In(DbCommand command, StoreColumn column, IReadOnlyCollection<object> values)
    {
        var names = new List<string>(values.Count);
        foreach (var value in values)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            column.AddParameter(command, name).Value = column.ToProvider(value);
            names.Add(name);
        }

        return $"{column.QuotedName} IN ({string.Join(", ", names)})";
    }

    public override string Items(string quotedColumn) => $"CROSS APPLY OPENJSON({quotedColumn}) WITH (value bigint '$') AS i";

    /// <summary>The message quotes the table and the index: both are looked at, only the index is found.</summary>
    public override string? FindDuplicate(DbException exception)
        => exception is SqlException { Number: DuplicateKey or DuplicateInIndex } ? IndexName().Match(exception.Message).Value : null;

    [GeneratedRegex("IX_[A-Za-z0-9_]+")]
    private static partial Regex IndexName();
}
