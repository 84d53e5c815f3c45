using System.Data.Common;
using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>Exact decimals in SQLite, and aggregates that every database computes alike in any order.</summary>
public sealed class ExactNumberTests(FunctionDatabases databases) : IClassFixture<FunctionDatabases>
{
    [Theory]
    [InlineData("lc_add(0.1, 0.2)", "0.3")]
    [InlineData("lc_subtract('100000000000000000000.000001', '0.000001')", "100000000000000000000")]
    [InlineData("lc_multiply(1.1, '1.1')", "1.21")]
    [InlineData("lc_multiply('1e28', '10')", null)]
    [InlineData("lc_negate(0)", "0")]
    [InlineData("lc_negate('-0.50')", "0.5")]
    [InlineData("lc_negate(NULL)", null)]
    [InlineData("lc_compare('10', 9)", "1")]
    [InlineData("lc_compare('0.3', 0.1 + 0.2)", "0")]
    [InlineData("lc_compare('abc', 1)", null)]
    [InlineData("lc_exact(0.1 + 0.2)", "0.3")]
    [InlineData("lc_exact(1e300)", null)]
    [InlineData("lc_start_of_day('2024-02-29', 'Asia/Shanghai')", "2024-02-28 16:00:00")]
    [InlineData("lc_add_days_to_time('2024-02-28 16:00:00.1230000', 0)", "2024-02-28 16:00:00.123")]
    [InlineData("lc_concatenate(printf('%.20000c', 'a'), printf('%.20000c', 'b'))", null)]
    public async Task Expression_OnSqlite_IsExact(string sql, string? expected)
        => Assert.Equal(expected, await ReadAsync(DatabaseProvider.Sqlite, $"SELECT {sql}"));

    [Fact]
    public async Task UnknownZone_OnSqlite_FailsTheStatementOnly()
    {
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => ReadAsync(DatabaseProvider.Sqlite, "SELECT lc_local_day('2024-01-01 00:00:00', 'No/Where')"));
        Assert.Equal("1", await ReadAsync(DatabaseProvider.Sqlite, "SELECT lc_exact(1)"));
    }

    [Theory]
    [InlineData("1;2;3.5")]
    [InlineData("")]
    [InlineData("0.1;0.2;-0.3")]
    [InlineData("79228162514264337593543950335;1;-79228162514264337593543950335;0.5")]
    [InlineData("0.000000000000000001;99999999999999;1e20;-1e20")]
    [InlineData("79228162514264337593543950335;79228162514264337593543950335")]
    [InlineData("12345678.9;12345678.9;12345678.9;-3")]
    public async Task Aggregates_InMemoryAndInDatabases_AreTheSame(string list)
    {
        var numbers = list.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => (decimal?)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)).Append(null).ToArray();
        string?[] expected =
        [
            FormulaPrimitives.NumberText(FormulaPrimitives.Sum(numbers)), FormulaPrimitives.NumberText(FormulaPrimitives.Average(numbers)),
            FormulaPrimitives.NumberText(FormulaPrimitives.Product(numbers)), FormulaPrimitives.NumberText(FormulaPrimitives.Median(numbers)),
            FormulaPrimitives.NumberText(FormulaPrimitives.Minimum(numbers)), FormulaPrimitives.NumberText(FormulaPrimitives.Maximum(numbers)),
        ];

        foreach (var ordered in new[] { numbers, [.. numbers.Reverse()] })
        {
            var rows = string.Join(" UNION ALL ", ordered.Select(number => $"SELECT {(number is null ? "NULL" : $"'{FormulaPrimitives.NumberText(number)}'")}"));
            var sqlite = "lc_sum(x), lc_average(x), lc_product(x), lc_median(x), lc_minimum(x), lc_maximum(x)";
            var server = "coalesce(lc_canonical(sum(x)), CASE WHEN count(x) = 0 THEN 0 END), lc_divide(sum(x), count(x)), lc_product(x), lc_median(x), min(x), max(x)";
            Assert.Equal(expected, await ReadRowAsync(DatabaseProvider.Sqlite, $"WITH v(x) AS ({rows}) SELECT {sqlite} FROM v"));
            Assert.Equal(expected, await ReadRowAsync(DatabaseProvider.PostgreSql, $"WITH v(x) AS (SELECT t::numeric FROM ({rows}) AS r(t)) SELECT {server} FROM v"));
        }
    }

    private async Task<string?> ReadAsync(DatabaseProvider provider, string sql) => (await ReadRowAsync(provider, sql))[0];

    private async Task<string?[]> ReadRowAsync(DatabaseProvider provider, string sql)
    {
        await using var connection = await (await databases.GetAsync(provider)).OpenReadAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(index => Show(reader, index))];
    }

    private static string? Show(DbDataReader reader, int index)
        => reader.IsDBNull(index) ? null : reader.GetValue(index) is decimal number
            ? FormulaPrimitives.NumberText(number)
            : Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture);
}
