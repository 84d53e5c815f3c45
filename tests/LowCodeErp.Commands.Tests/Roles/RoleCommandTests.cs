using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Roles;

/// <summary><c>role</c>, each call a process of its own.</summary>
public sealed class RoleCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task Roles_AssignedAndTakenBack_AreListed(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        (await workspace.RunAsync("member", "add", "ann", "--name", "安妮")).MustSucceed();
        (await workspace.RunAsync("department", "add", "财务部")).MustSucceed();

        (await workspace.RunAsync("role", "assign", "goods/app-administrator", "--member", "ann", "--from", "2026-01-01", "--until", "2026-12-31")).MustSucceed();
        (await workspace.RunAsync("role", "assign", "auditor", "--department", "财务部")).MustSucceed();
        Assert.Equal("goods/app-administrator\n\t安妮 (ann)\t2026-01-01..2026-12-31\nauditor\n\t财务部\t..\n", (await workspace.RunAsync("role", "list")).MustSucceed().Output);

        (await workspace.RunAsync("role", "take-back", "auditor", "--department", "财务部")).MustSucceed();
        Assert.Equal("goods/app-administrator\n\t安妮 (ann)\t2026-01-01..2026-12-31\nauditor\n", (await workspace.RunAsync("role", "list")).MustSucceed().Output);
    }

    [Fact]
    public async Task Roles_ThatCannotBeAssigned_AreRefusedInOneLineEach()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        (await workspace.RunAsync("member", "add", "ann")).MustSucceed();

        await RefuseAsync("没有角色“sales”", "role", "assign", "goods/sales", "--member", "ann");
        await RefuseAsync("没有成员“bob”", "role", "assign", "auditor", "--member", "bob");
        await RefuseAsync("请指定一个在用的成员或部门", "role", "assign", "auditor");
        await RefuseAsync("截止时间须晚于开始时间", "role", "assign", "auditor", "--member", "ann", "--from", "2026-02-01", "--until", "2026-01-01");
        await RefuseAsync("没有这样的分配", "role", "take-back", "auditor", "--member", "ann");

        async Task RefuseAsync(string words, params string[] arguments)
        {
            var refused = (await workspace.RunAsync(arguments)).MustRefuse(1);
            Assert.Contains(words, Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Why_OfAMember_SaysTheAnswerAndWhatItRestsOn()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        (await workspace.RunAsync("member", "add", "ann", "--name", "安妮")).MustSucceed();

        Assert.Equal("安妮可以查看“货品”\n- 该应用还没有角色：所有成员都可以操作全部数据，只有导入和共享除外。\n", (await workspace.RunAsync("role", "why", "ann", "product")).MustSucceed().Output);
        Assert.Equal("安妮不可以修改这条“货品”\n- 这条数据在回收站中，或不存在。\n", (await workspace.RunAsync("role", "why", "ann", "product", "99", "--operation", "edit")).MustSucceed().Output);
        Assert.Contains("没有字段“nothing”", (await workspace.RunAsync("role", "why", "ann", "product", "--field", "nothing")).MustRefuse(1).ErrorLines.Single(), StringComparison.Ordinal);
    }
}
