using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Templates;

public sealed class TemplateInstallTests
{
    [Theory]
    [EveryDatabase]
    public async Task Install_Twice_ChangesNothing(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider);
        var first = (await workspace.RunAsync("template", "install", TestApps.PathOf("goods"))).MustSucceed();
        var definitions = await workspace.CountAsync("sys_definition");
        var second = (await workspace.RunInAsync("en", "template", "install", TestApps.PathOf("goods"))).MustSucceed();

        Assert.Equal("已安装，工作区版本 1。", first.Output.Trim());
        Assert.Equal("Up to date; nothing changed.", second.Output.Trim());
        Assert.Equal(definitions, await workspace.CountAsync("sys_definition"));
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Install_WithOneMoreField_KeepsTheRecords(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        workspace.Write("products.csv", "编号,名称,单价\n001,笔,1.5\n002,纸,20\n");
        (await workspace.RunAsync("import", "product", "products.csv")).MustSucceed();

        var template = TestApps.Copy("goods", workspace.PathOf("template"));
        AddField(Path.Combine(template, "forms", "product.json"));
        var installed = (await workspace.RunAsync("template", "install", "template")).MustSucceed();
        workspace.Write("colours.csv", "编号,颜色\n002,白\n");
        (await workspace.RunAsync("import", "product", "colours.csv", "--key", "code")).MustSucceed();
        (await workspace.RunAsync("export", "product", "export.csv")).MustSucceed();

        Assert.Equal("已安装，工作区版本 2。", installed.Output.Trim());
        var lines = await File.ReadAllLinesAsync(workspace.PathOf("export.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["编号,名称,类别,单价,重量,生产日期,供应商,颜色", "002,纸,,20,,,,白", "001,笔,,1.5,,,,"],
            lines);
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Install_OrderToCash_NeedsCustomerTieringAndRollsItsExamplesUp(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider);
        var refused = (await workspace.RunAsync("template", "install", BuiltIn("order-to-cash"))).MustRefuse(1);
        Assert.Contains("customer-tiering", refused.ErrorLines[0], StringComparison.Ordinal);

        (await workspace.RunAsync("template", "check", BuiltIn("order-to-cash"))).MustSucceed();
        (await workspace.RunAsync("template", "install", BuiltIn("customer-tiering"), "--seed")).MustSucceed();
        (await workspace.RunAsync("template", "install", BuiltIn("order-to-cash"), "--seed")).MustSucceed();

        Assert.Equal(0, await workspace.AskAsync("SELECT COUNT(*) FROM receivable r WHERE r.open <> r.amount - (SELECT COALESCE(SUM(c.amount), 0) FROM receipt c WHERE c.receivable = r.id AND c.status = 'confirmed')"));
        Assert.True(await workspace.AskAsync("SELECT COUNT(*) FROM receivable WHERE open > 0") > 0, "Some receivables should still be open.");
        Assert.True(await workspace.AskAsync("SELECT COUNT(*) FROM stock_item WHERE shipped > 0") > 0, "Something should have been shipped.");
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    private static string BuiltIn(string template) => Path.Combine(AppContext.BaseDirectory, "templates", template);

    private static void AddField(string form)
    {
        var text = File.ReadAllText(form).ReplaceLineEndings("\n");
        var at = text.LastIndexOf("    }\n  ]", StringComparison.Ordinal);
        Assert.True(at > 0, "The list of fields does not end as expected.");
        File.WriteAllText(form, text.Insert(at + 5, ", { \"key\": \"colour\", \"type\": \"text\", \"label\": { \"zh-CN\": \"颜色\" } }"));
    }
}
