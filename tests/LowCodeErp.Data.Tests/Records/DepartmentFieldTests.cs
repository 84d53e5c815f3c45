using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Departments on real databases: named by code, path or name, found with those below them, closed but never lost.</summary>
public sealed class DepartmentFieldTests
{
    [Theory]
    [EveryDatabase]
    public async Task Save_ByNameOrPath_StoresTheIdAndShowsTheShortestClearName(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        await database.AddAsync("customer", ("name", Of("甲")), ("department", Of("财务部")));
        await database.AddAsync("customer", ("name", Of("乙")), ("department", Of("总公司/上海/销售部")));

        Assert.Equal("name,department\n乙,总公司/上海/销售部\n甲,财务部\n", await database.ExportAsync("customer"));
        Assert.Equal("", await database.ImportAsync("customer", "name,department\n丙,总公司/北京/销售部\n"));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_NameThatSeveralHave_IsRefusedWithTheirPaths(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        Assert.Equal("department.ambiguous department", await database.RefuseAsync("customer", ("name", Of("甲")), ("department", Of("销售部"))));
        Assert.Equal("department.unknown department", await database.RefuseAsync("customer", ("name", Of("甲")), ("department", Of("市场部"))));
        Assert.Equal("2 department.ambiguous department", await database.ImportAsync("customer", "name,department\n丙,销售部\n"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_InADepartment_FindsThoseBelowItToo(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        foreach (var (name, department) in new[] { ("甲", "总公司/上海"), ("乙", "总公司/上海/销售部"), ("丙", "总公司/北京/销售部"), ("丁", "财务部") })
        {
            await database.AddAsync("customer", ("name", Of(name)), ("department", Of(department)));
        }

        await database.AddAsync("customer", ("name", Of("戊")));
        await database.AddAsync("visit", ("name", Of("一")), ("customer", Of("乙")));

        Assert.Equal("丁 丙 乙 甲", await FindAsync("总公司"));
        Assert.Equal("乙 甲", await FindAsync("总公司/上海"));
        Assert.Equal("丁 丙", await FindAsync("总公司/北京/销售部", "财务部"));
        Assert.Equal("一", await database.FindAsync("visit", new Condition.InDepartment(database.Path("visit", "customer.department"), [await IdAsync("总公司/上海")])));
        Assert.Equal("乙 甲", await database.FindAsync("customer", search: "上海"));

        async Task<string> FindAsync(params string[] departments)
        {
            var ids = new List<long>();
            foreach (var department in departments)
            {
                ids.Add(await IdAsync(department));
            }

            return await database.FindAsync("customer", new Condition.InDepartment(database.Path("customer", "department"), ids));
        }

        async Task<long> IdAsync(string path) => (await database.ReadDepartmentsAsync()).Named(path).Single().Id;
    }

    [Theory]
    [EveryDatabase]
    public async Task Change_MovedRenamedAndClosed_IsFollowedByTitlesAndTrails(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await database.AddAsync("customer", ("name", Of("甲")), ("department", Of("总公司/上海/销售部")));

        await ChangeAsync(database, (tree, bag) => tree.Move(One(tree, "总公司/北京/销售部"), null, bag));
        await ChangeAsync(database, (tree, bag) => tree.Rename(One(tree, "总公司/上海"), "华东", null, bag));
        Assert.Equal("总公司/华东/销售部", await TitleAsync());

        await ChangeAsync(database, (tree, bag) => tree.Rename(One(tree, "销售部"), "北京销售部", null, bag));
        Assert.Equal("销售部", await TitleAsync());

        await ChangeAsync(database, (tree, bag) => tree.Close(One(tree, "销售部"), bag));
        await database.ChangeAsync("customer", id, ("name", Of("甲甲")));
        Assert.Equal("销售部", await TitleAsync());
        Assert.Equal("department.unknown department", await database.RefuseAsync("customer", ("name", Of("乙")), ("department", Of("销售部"))));
        Assert.Equal("", await database.ExamineAsync());

        async Task<string?> TitleAsync()
        {
            var row = await database.ReadAsync("customer", id);
            return row.TitleOf(row.Form["department"]);
        }
    }

    /// <summary>What a record gets and what a filter finds, by the member's main department.</summary>
    [Theory]
    [EveryDatabase]
    public async Task UserDepartment_AsDefaultAndInAFilter_IsThatOfTheActor(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("customer").Field("name", "text").Field("department", "department").DefaultFormula("USERDEPT()"));
        await database.AddDepartmentsAsync("总公司/上海", "总公司/北京");
        await database.AddMemberAsync(7, "li", "李雷");
        var shanghai = (await database.ReadDepartmentsAsync()).Named("上海").Single().Id;
        var (li, nobodys) = (new Actor(7, "李雷", IsAdministrator: false) { DepartmentId = shanghai }, new Actor(7, "李雷", IsAdministrator: false));
        await database.AddAsync("customer", ("name", Of("甲")), ("department", Of("北京")));
        await SaveAsync("乙", li);
        await SaveAsync("丙", nobodys);

        Assert.Equal("乙", await database.FindAsync("customer", (await MineAsync(li))!));
        // Who has no department finds what has none: in formulas a blank equals a blank.
        Assert.Equal("丙", await database.FindAsync("customer", (await MineAsync(nobodys))!));
        Assert.Equal("上海", (await database.FindRowAsync("customer", "name", "乙")).TitleOf(database.Form("customer")["department"]));

        async Task SaveAsync(string name, Actor actor)
        {
            var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["name"] = Of(name) } };
            Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.SaveAsync(new(database.Form("customer"), [input], actor, ChangeSource.Page), TestContext.Current.CancellationToken));
        }

        async Task<Condition?> MineAsync(Actor actor)
        {
            var conditions = new FormulaConditions(database.Published.Workspace, FormulaAbility.Of(provider));
            return conditions.Create(database.Form("customer"), "[department] = USERDEPT()", (await database.Published.Rights.OfAsync(actor, TestContext.Current.CancellationToken)).Evaluation);
        }
    }

    private static Department One(DepartmentTree tree, string name) => Assert.Single(tree.Named(name));

    private static async Task ChangeAsync(FieldDatabase database, Func<DepartmentTree, DiagnosticBag, DepartmentTree?> change)
    {
        var diagnostics = new DiagnosticBag();
        await database.Published.Departments.ChangeAsync(tree => change(tree, diagnostics), Actor.System, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Items);
    }

    private static InputValue Of(string text) => InputValue.Of(text);

    private static async Task<FieldDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await FieldDatabase.CreateAsync(
            provider,
            Form("customer").Field("name", "text").Field("department", "department"),
            Form("visit").Field("name", "text").Field("customer", "reference", new { form = "customer" }));
        await database.AddDepartmentsAsync("总公司/上海/销售部", "总公司/北京/销售部", "总公司/财务部");
        return database;
    }
}
