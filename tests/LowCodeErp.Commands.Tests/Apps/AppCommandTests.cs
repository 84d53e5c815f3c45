using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Apps;

public sealed class AppCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task App_RehearsedPublishedComparedAndRolledBack_SaysWhatItDoes(DatabaseProvider provider)
    {
        await using var workspace = await StockAsync(provider);
        var goods = new GoodsFolder(workspace);
        goods.ReplaceInProduct("\"type\": \"money\",\n      \"label\": {\n        \"zh-CN\": \"单价\"", "\"type\": \"text\",\n      \"label\": {\n        \"zh-CN\": \"售价\"");
        goods.ReplaceInProduct("\"key\": \"name\",\n      \"type\": \"text\"", "\"key\": \"name\",\n      \"type\": \"number\"");

        var refused = (await workspace.RunAsync("app", "publish", goods.Path, "--dry-run")).MustRefuse(1);
        Assert.Contains("product.name: 表单“货品”的数据“纸”（1 号）：字段“名称”的值“纸”不能转换：“纸”不是数字。请填写数字，例如 1,234.5。", refused.ErrorLines);
        Assert.Equal("要把不能转换的值留在旧列中继续，请加 --leave-behind。", refused.ErrorLines[^1]);

        goods.ReplaceInProduct("\"key\": \"name\",\n      \"type\": \"number\"", "\"key\": \"name\",\n      \"type\": \"text\"");
        var told = (await workspace.RunAsync("app", "publish", goods.Path, "--dry-run")).MustSucceed();
        Assert.Equal(
            ["表单“货品”：字段“单价”由金额改为文本", "表单“货品”：字段“单价”改名为“售价”", "表单“货品”的字段“售价”转换 2 个值，0 个不能转换；原值保留。", "试运行完成，没有保存。"],
            told.Lines.Where(line => !line.Contains("用于：", StringComparison.Ordinal)));
        Assert.Single((await workspace.RunAsync("app", "versions", "goods")).Lines);

        (await workspace.RunAsync("app", "publish", goods.Path)).MustSucceed();
        Assert.Equal(
            ["Form \"Product\": field \"Price\" changed from Money to Text", "Form \"Product\": field \"Price\" renamed to \"Price\""],
            (await workspace.RunInAsync("en", "app", "diff", "goods")).MustSucceed().Lines);
        Assert.Equal("没有差别。", (await workspace.RunAsync("app", "diff", "goods", "--folder", goods.Path)).MustSucceed().Output.Trim());

        (await workspace.RunAsync("app", "rollback", "goods", "1")).MustSucceed();
        Assert.Equal("没有差别。", (await workspace.RunAsync("app", "diff", "goods", "--from", "1", "--to", "3")).MustSucceed().Output.Trim());
        var versions = (await workspace.RunAsync("app", "versions", "goods")).MustSucceed().Lines;
        Assert.Equal(["3", "2", "1"], versions.Select(line => line.Split('\t')[0]));
        Assert.Equal("回退到版本 1，2 处改动", versions[0].Split('\t')[3]);
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task App_FieldRemoved_IsKeptUntilItIsPurged(DatabaseProvider provider)
    {
        await using var workspace = await StockAsync(provider);
        var goods = new GoodsFolder(workspace);
        goods.ReplaceInProduct("\"key\": \"price\"", "\"key\": \"other-price\"");
        var published = (await workspace.RunAsync("app", "publish", goods.Path)).MustSucceed();

        Assert.Contains("表单“货品”的字段“单价”的 2 个值不再显示，但会保留，可以恢复。", published.Lines);
        Assert.Equal("product.price@2\t2\t货品：单价", (await workspace.RunAsync("app", "kept")).MustSucceed().Output.Trim());
        Assert.Equal("清除后不能恢复；确认请加 --yes。", (await workspace.RunAsync("app", "purge", "product.price@2")).MustRefuse(2).Error.Trim());
        Assert.Equal("product.price@9: 没有保留这样的值；用 app kept 查看现有的。", (await workspace.RunAsync("app", "purge", "product.price@9", "--yes")).MustRefuse(1).Error.Trim());
        (await workspace.RunAsync("app", "purge", "product.price@2", "--yes")).MustSucceed();
        Assert.Equal("没有保留的值。", (await workspace.RunAsync("app", "kept")).MustSucceed().Output.Trim());

        (await workspace.RunAsync("app", "rollback", "goods", "1")).MustSucceed();
        Assert.Equal(0, await workspace.AskAsync("SELECT COUNT(price) FROM product"));
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    [Fact]
    public async Task App_WrongNames_AreRefusedInOneLine()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");

        Assert.Equal("没有应用“shop”；现有：goods。", (await workspace.RunAsync("app", "versions", "shop")).MustRefuse(1).Error.Trim());
        Assert.Equal("应用“goods”没有版本 7；用 app versions goods 查看。", (await workspace.RunAsync("app", "rollback", "goods", "7")).MustRefuse(1).Error.Trim());
        Assert.Equal("App \"goods\" has no version 7; see app versions goods.", (await workspace.RunInAsync("en", "app", "diff", "goods", "--from", "7")).MustRefuse(1).Error.Trim());
        Assert.Equal("找不到文件夹“nowhere”。", (await workspace.RunAsync("app", "publish", "nowhere")).MustRefuse(2).Error.Trim());
    }

    private static async Task<CommandWorkspace> StockAsync(DatabaseProvider provider)
    {
        var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        workspace.Write("products.csv", "编号,名称,单价\n001,纸,1.5\n002,笔,20\n");
        (await workspace.RunAsync("import", "product", "products.csv")).MustSucceed();
        return workspace;
    }
}
