using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Commands.Tests.Tiering;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Exporting;

/// <summary>What is exported can be imported into a fresh workspace, and comes out of it the same.</summary>
public sealed class RoundTripTests
{
    /// <summary>Two suppliers of one name: only their codes tell them apart.</summary>
    private const string Suppliers = "供应商编号,供应商名称\nS1,北方厂\nS2,北方厂\n007,=SUM(A1)\n";

    private const string Products =
        """
        编号,名称,类别,单价,重量,生产日期,供应商
        001,"笔, ""红""; 细",办公,1234.50,0.125,2024-02-29,S1
        002,-1+1,家居,-0.01,,,S2
        1E5,@home	tab,,0,1000,1999-12-31,007
        ＡＢ,'quoted',办公,99999999999.99,-3,2024-01-01,
        00000000000000000123,很长的编号,,,,,S1

        """;

    /// <summary>As people write such values, each in another way than it is stored.</summary>
    private const string Samples =
        """
        名称,备注,说明,折扣率,约定时间,是否付款,启用,满意度,电话,邮箱,官网,统一社会信用代码,标识色,商品条码,资产编号,二维码,金额
        甲,"一
        二",<b>粗</b>字,15%,2026年11月22日 下午2点半,已付款,√,★★★★☆,010-62345678转801,A@B.CN,www.example.com,91110108551385082q,2a5bd7,６９０１２３４５６７８９２,SN-1,设备 1,¥1234.5
        乙,,3 < 5,0.5,2026/1/1,未付款,否,,+86 13800138000,,,,,,,,-0.01
        丙,,,,,,,,,,,,,,,,

        """;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "xlsx", null)]
    [InlineData(DatabaseProvider.Sqlite, "csv", "en")]
    [InlineData(DatabaseProvider.PostgreSql, "csv", null)]
    public async Task Export_OfEveryFieldType_ImportedElsewhereExportsTheSame(DatabaseProvider provider, string format, string? language)
    {
        await using var first = await CommandWorkspace.CreateAsync(provider, "fields");
        await using var second = await CommandWorkspace.CreateAsync(provider, "fields");
        (await first.RunAsync("import", "sample", first.Write("samples.csv", Samples))).MustSucceed();

        var file = first.PathOf($"sample-export.{format}");
        (await first.RunInAsync(language, "export", "sample", file)).MustSucceed();
        (await second.RunInAsync(language, "import", "sample", file)).MustSucceed();

        var exported = await ExportAsync(first, "sample");
        Assert.Equal(exported, await ExportAsync(second, "sample"));
        Assert.Contains(exported, line => line.Contains("15.00%,2026-11-22 14:30:00,,已付款,是,4,010-62345678-801", StringComparison.Ordinal));
        Assert.Equal(1, await second.AskAsync("SELECT COUNT(*) FROM sample WHERE discount = 0.15 AND at < '2026-11-22 06:30:01' AND at > '2026-11-22 06:29:59'"));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "xlsx", null)]
    [InlineData(DatabaseProvider.PostgreSql, "csv", "en")]
    public async Task Export_ImportedElsewhere_ExportsTheSame(DatabaseProvider provider, string format, string? language)
    {
        await using var first = await CommandWorkspace.CreateAsync(provider, "goods");
        first.Write("suppliers.csv", Suppliers);
        first.Write("products.csv", Products);
        (await first.RunAsync("import", "supplier", "suppliers.csv")).MustSucceed();
        (await first.RunAsync("import", "product", "products.csv")).MustSucceed();

        await using var second = await CommandWorkspace.CreateAsync(provider, "goods");
        foreach (var form in new[] { "supplier", "product" })
        {
            var file = first.PathOf($"{form}-export.{format}");
            (await first.RunInAsync(language, "export", form, file)).MustSucceed();
            (await second.RunInAsync(language, "import", form, file)).MustSucceed();
            Assert.Equal(await ExportAsync(first, form), await ExportAsync(second, form));
        }

        Assert.Equal(5, await second.CountAsync("product"));
    }

    [Fact]
    public async Task Export_SuperstoreWithItsLines_ImportedElsewhereExportsTheSame()
    {
        await using var first = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "superstore");
        await Superstore.ImportAsync(first);
        await using var second = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "superstore");
        foreach (var form in new[] { "customer", "product", "order", "order-line" })
        {
            var file = first.PathOf($"{form}.csv");
            (await first.RunAsync("export", form, file)).MustSucceed();
            (await second.RunAsync("import", form, file)).MustSucceed();
            Assert.Equal(await ExportAsync(first, form), await ExportAsync(second, form));
        }
    }

    /// <summary>In any order: an export starts with the newest record, so the one after starts with what came last.</summary>
    private static async Task<string[]> ExportAsync(CommandWorkspace workspace, string form)
    {
        var file = workspace.PathOf($"{form}-compared.csv");
        (await workspace.RunAsync("export", form, file)).MustSucceed();
        return [.. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal)];
    }
}
