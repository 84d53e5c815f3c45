using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Departments;

/// <summary><c>department</c>, each call a process of its own.</summary>
public sealed class DepartmentCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task Departments_ImportedAddedMovedRenamedAndClosed_AreListed(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");

        (await workspace.RunAsync("department", "import", workspace.Write("a.csv", "部门,编码\n总公司/上海/销售部,\n总公司/北京/销售部,BJS\n"))).MustSucceed();
        (await workspace.RunAsync("department", "add", "财务部", "--under", "总公司", "--code", "FIN")).MustSucceed();
        (await workspace.RunAsync("department", "move", "BJS", "--under", "总公司")).MustSucceed();
        (await workspace.RunAsync("department", "rename", "总公司/上海", "华东")).MustSucceed();
        (await workspace.RunAsync("department", "close", "北京")).MustSucceed();

        Assert.Equal(
            "总公司\n总公司/华东\n总公司/华东/销售部\n总公司/北京\t\t已停用\n总公司/财务部\tFIN\n总公司/销售部\tBJS\n",
            (await workspace.RunAsync("department", "list")).MustSucceed().Output);
    }

    [Theory]
    [EveryDatabase]
    public async Task Members_ImportedAndExported_ComeBackAsTheyWere(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        (await workspace.RunAsync("department", "import", workspace.Write("a.csv", "部门\n总公司/销售部\n"))).MustSucceed();
        (await workspace.RunAsync("member", "add", "li", "--name", "李雷")).MustSucceed();
        var rows = "登录名,部门,角色,职位,主部门\nli,总公司,成员,,否\nli,总公司/销售部,负责人,经理,是\n";

        (await workspace.RunAsync("department", "members", "import", workspace.Write("b.csv", rows))).MustSucceed();
        var refused = (await workspace.RunAsync("department", "members", "import", workspace.Write("c.csv", "登录名,部门,职位\nli,销售部,主管\nnobody,销售部,\n"))).MustRefuse(1);
        (await workspace.RunAsync("department", "members", "export", workspace.PathOf("d.csv"))).MustSucceed();

        Assert.StartsWith("c.csv:3: 没有登录名为“nobody”的在用成员", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(rows, (await File.ReadAllTextAsync(workspace.PathOf("d.csv"), TestContext.Current.CancellationToken)).TrimStart('\ufeff').ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Departments_ThatCannotStand_AreRefusedInOneLineEach()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        (await workspace.RunAsync("department", "import", workspace.Write("a.csv", "department\n总公司/上海/销售部\n总公司/北京/销售部\n"))).MustSucceed();

        await RefuseAsync("没有部门“市场部”", "department", "close", "市场部");
        await RefuseAsync("有 2 个部门叫“销售部”：总公司/上海/销售部、总公司/北京/销售部。请填写完整路径。", "department", "close", "销售部");
        await RefuseAsync("不能把“总公司”移到它自己的下级“总公司/上海”之下", "department", "move", "总公司", "--under", "上海");
        await RefuseAsync("同一级已有部门“上海”", "department", "add", "上海", "--under", "总公司");
        await RefuseAsync("b.csv:2: 部门名称“", "department", "import", workspace.Write("b.csv", $"部门\n{new string('长', 101)}\n"));
        await RefuseAsync("文件中没有“部门”", "department", "import", workspace.Write("c.csv", "名称\n销售部\n"));
        await RefuseAsync("找不到文件", "department", "import", "nowhere.csv");

        async Task RefuseAsync(string words, params string[] arguments)
        {
            var refused = (await workspace.RunAsync(arguments)).MustRefuse(1);
            Assert.Contains(words, Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        }
    }
}
