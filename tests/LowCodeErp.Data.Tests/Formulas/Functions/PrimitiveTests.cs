using System.Globalization;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>Every primitive gives the same in memory and in each database, to the bit and without an error.</summary>
public sealed class PrimitiveTests(FunctionDatabases databases) : IClassFixture<FunctionDatabases>
{
    private const int DefaultSeed = 20_261_122;
    private const int ShownDifferences = 15;

    private static readonly string[] _notOnPostgreSql =
        [.. FunctionAbilities.PrimitivesWithout(Formula.Functions.SqlProviders.PostgreSql)];

    public static TheoryData<string> OnSqlite => [.. ScalarPrimitives.All.Select(primitive => primitive.Name)];

    public static TheoryData<string> OnPostgreSql => [.. ScalarPrimitives.All.Select(primitive => primitive.Name).Except(_notOnPostgreSql)];

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public Task Primitive_OnSqlite_GivesWhatItGivesInMemory(string name) => CompareAsync(DatabaseProvider.Sqlite, name);

    [Theory]
    [MemberData(nameof(OnPostgreSql))]
    public Task Primitive_OnPostgreSql_GivesWhatItGivesInMemory(string name) => CompareAsync(DatabaseProvider.PostgreSql, name);

    private async Task CompareAsync(DatabaseProvider provider, string name)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : DefaultSeed;
        TestContext.Current.TestOutputHelper?.WriteLine($"LOWCODE_SEED={seed}");
        var primitive = ScalarPrimitives.All.Single(method => method.Name == name);
        var vectors = new PrimitiveVectors(seed).For(primitive);

        var results = await PrimitiveCalls.InDatabaseAsync(await databases.GetAsync(provider), primitive, vectors);

        Assert.Equal(vectors.Count, results.Count);
        var differences = vectors.Zip(results)
            .Select(pair => (pair.First, Expected: PrimitiveCalls.InMemory(primitive, pair.First), Actual: pair.Second))
            .Where(item => item.Expected != item.Actual)
            .Select(item => $"({string.Join(" | ", item.First.Select(Brief))}) memory {Brief(item.Expected)}, database {Brief(item.Actual)}")
            .ToArray();
        Assert.True(
            differences.Length == 0,
            $"seed {seed}: {differences.Length} of {vectors.Count} differ:\n{string.Join('\n', differences.Take(ShownDifferences))}");
    }

    private static string Brief(object? value) => PrimitiveCalls.Show(value) switch
    {
        null => "blank",
        { Length: > 60 } text => $"{text[..20]}…({text.Length})",
        var text => text,
    };
}
