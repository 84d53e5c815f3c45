using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Exporting;

/// <summary><c>export --where</c>: only what a formula holds for.</summary>
public sealed class WhereTests
{
    private const string Products = "编号,名称,类别,单价,供应商\n001,笔,办公,12.5,S1\n002,灯,家居,200,S2\n003,纸,办公,,S1\n004,椅,办公,300,\n";

    [Theory]
    [EveryDatabase]
    public async Task Export_Where_WritesOnlyRecordsForWhichItHolds(DatabaseProvider provider)
    {
        await using var workspace = await CreateAsync(provider);

        Assert.Equal(["002", "004"], await ExportAsync(workspace, "[单价] > 100"));
        Assert.Equal(["001"], await ExportAsync(workspace, "[单价] * 2 = 25 且 [供应商.供应商名称] = \"北方厂\""));
        Assert.Equal(["003"], await ExportAsync(workspace, "ISBLANK([price])"));
        Assert.Empty(await ExportAsync(workspace, "[单价] / 0 > 1"));
    }

    [Fact]
    public async Task Export_WhereFaulty_PointsAtTheCharactersAndWritesNothing()
    {
        await using var workspace = await CreateAsync(DatabaseProvider.Sqlite);
        var file = workspace.PathOf("out.csv");

        var unknown = (await workspace.RunAsync("export", "product", file, "--where", "[单价] > [底价]")).MustRefuse(1);
        Assert.Equal("  [单价] > [底价]", unknown.ErrorLines[1].TrimEnd());
        Assert.Equal("           ^^^^^^", unknown.ErrorLines[2].TrimEnd());

        (await workspace.RunAsync("export", "product", file, "--where", "[单价] * 2")).MustRefuse(1);
        Assert.Contains("TEXT", (await workspace.RunAsync("export", "product", file, "--where", "TEXT([单价], \"0\") = \"12\"")).MustRefuse(1).Error, StringComparison.Ordinal);
        (await workspace.RunAsync("export", "product", file, "--where")).MustRefuse(2);
        Assert.False(File.Exists(file));
    }

    private static async Task<CommandWorkspace> CreateAsync(DatabaseProvider provider)
    {
        var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        workspace.Write("suppliers.csv", "供应商编号,供应商名称\nS1,北方厂\nS2,南方厂\n");
        workspace.Write("products.csv", Products);
        (await workspace.RunAsync("import", "supplier", "suppliers.csv")).MustSucceed();
        (await workspace.RunAsync("import", "product", "products.csv")).MustSucceed();
        return workspace;
    }

    /// <returns>The codes that were exported.</returns>
    private static async Task<IEnumerable<string>> ExportAsync(CommandWorkspace workspace, string where)
    {
        var file = workspace.PathOf("where.csv");
        (await workspace.RunAsync("export", "product", file, "--where", where)).MustSucceed();
        return (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal);
    }
}
