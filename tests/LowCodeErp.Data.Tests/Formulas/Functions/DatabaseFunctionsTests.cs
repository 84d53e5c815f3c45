using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

public sealed class DatabaseFunctionsTests
{
    private const string Body = "SELECT prosrc || coalesce(pg_get_function_sqlbody(oid), '') FROM pg_proc WHERE proname = 'lc_abs'";

    [Fact]
    public async Task Functions_OfAnotherVersion_AreReplacedAtTheStart()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.PostgreSql);
        var original = await RunAsync(database, Body);
        await RunAsync(database, "CREATE OR REPLACE FUNCTION lc_abs(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN -x");
        await RunAsync(database, "COMMENT ON FUNCTION lc_whole(numeric) IS 'older'");

        Assert.Null(await PlatformDatabase.EnsureUpToDateAsync(database.Connections, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(original, await RunAsync(database, Body));
        Assert.NotEqual("older", await RunAsync(database, "SELECT obj_description('lc_whole(numeric)'::regprocedure, 'pg_proc')"));
    }

    [Fact]
    public async Task Functions_OfThisVersion_AreLeftAlone()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.PostgreSql);
        const string version = "SELECT xmin::text FROM pg_proc WHERE proname = 'lc_abs'";
        var before = await RunAsync(database, version);

        Assert.Null(await PlatformDatabase.EnsureUpToDateAsync(database.Connections, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(before, await RunAsync(database, version));
    }

    [Fact]
    public async Task Functions_WhenNodesStartAtOnce_AreThere()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PlatformDatabase.EnsureUpToDateAsync(database.ConnectAnotherNode(), cancellationToken: TestContext.Current.CancellationToken)));

        Assert.All(results, Assert.Null);
        Assert.Equal("3", await RunAsync(database, "SELECT lc_number_text(lc_value('3'))"));
    }

    [Theory]
    [InlineData("lc_round(a, 2) > 5", "round(a, LEAST(2, scale(a)))")]
    [InlineData("lc_canonical(a) > 5", "round(a, 18)")]
    [InlineData("lc_contains(t, 'x')", "strpos(")]
    [InlineData("lc_year(d) = 2024", "EXTRACT(year FROM d)")]
    public async Task Filter_WithAFunction_IsInlinedByThePlanner(string filter, string expected)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.PostgreSql);
        await RunAsync(database, "CREATE TABLE things (a numeric(15, 2), t text COLLATE \"C\", d date)");

        var plan = await RunAsync(database, $"EXPLAIN (FORMAT JSON) SELECT 1 FROM things WHERE {filter}");

        Assert.Contains(expected, plan, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lc_round(", plan, StringComparison.Ordinal);
    }

    private static async Task<string?> RunAsync(TestDatabase database, string sql)
    {
        await using var connection = await database.Connections.OpenReadAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as string;
    }
}
