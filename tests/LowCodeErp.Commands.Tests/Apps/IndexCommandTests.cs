using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Apps;

public sealed class IndexCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task Index_AddedListedAndRemoved_SaysWhatItDoes(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");

        Assert.Equal("没有添加的索引。", (await workspace.RunAsync("index", "list")).MustSucceed().Output.Trim());
        Assert.Equal("索引已建立。", (await workspace.RunAsync("index", "add", "product", "name", "price")).MustSucceed().Output.Trim());
        var listed = (await workspace.RunAsync("index", "list")).MustSucceed().Output.Trim().Split('\t');
        Assert.Equal(["product", "name price"], listed[1..]);
        (await workspace.RunAsync("doctor")).MustSucceed();

        Assert.Equal("已删除。", (await workspace.RunAsync("index", "remove", listed[0])).MustSucceed().Output.Trim());
        Assert.Equal("没有添加的索引。", (await workspace.RunAsync("index", "list")).MustSucceed().Output.Trim());
    }

    [Fact]
    public async Task Index_WrongNames_AreRefusedInOneLine()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");

        Assert.StartsWith("没有字段“altitude”；现有：", (await workspace.RunAsync("index", "add", "product", "altitude")).MustRefuse(1).Error.Trim(), StringComparison.Ordinal);
        Assert.Equal("product: 请给出本表单的 1 到 6 个不同的字段。", (await workspace.RunAsync("index", "add", "product", "name", "name")).MustRefuse(1).Error.Trim());
        Assert.Equal("lx_none: 没有这样的索引；用 index list 查看现有的。", (await workspace.RunAsync("index", "remove", "lx_none")).MustRefuse(1).Error.Trim());
    }
}
