using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Fields of several values on real databases, from what comes in to what is found, shown and exported.</summary>
public sealed class ListFieldTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Save_EveryKindOfList_IsReadBackWithTitles(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        var id = await database.AddAsync("visit", ("name", Of("一")), ("channels", Of("网店、shop")), ("tags", Of("急；'引\"号'\\")), ("projects", Of("丙、甲")), ("helpers", Of("李四，wang")));

        var row = await database.ReadAsync("visit", id);
        var form = row.Form;
        Assert.Equal(Value.OfTexts(["shop", "web"]), row[form["channels"]]);
        Assert.Equal(Value.OfTexts(["急", "'引\"号'\\"]), row[form["tags"]]);
        Assert.Equal(["丙", "甲"], row.TitlesOf(form["projects"]));
        Assert.Equal(["李四", "王五"], row.TitlesOf(form["helpers"]));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_TitleWithAComma_IsOneRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await database.AddAsync("project", ("name", Of("甲, 乙")));

        var id = await database.AddAsync("visit", ("name", Of("一")), ("projects", Of("甲, 乙")));

        var row = await database.ReadAsync("visit", id);
        Assert.Equal(["甲, 乙"], row.TitlesOf(row.Form["projects"]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_NamesAndIdsOfNobody_AreReportedEach(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        var problems = await database.RefuseAsync(
            "visit", ("name", Of("一")), ("projects", Of("甲、没有")), ("helpers", InputValue.Of([InputValue.Of(1m), InputValue.Of(99m)])), ("channels", Of("shop、x")));

        Assert.Equal("field.choice.unknown channels; record.reference.not-found projects; record.reference.gone helpers", problems);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_SameItemsAgain_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await database.AddAsync("visit", ("name", Of("一")), ("tags", Of("a、b")), ("projects", Of("甲、乙")));

        await database.ChangeAsync("visit", id, ("tags", InputValue.Of([Of("a"), Of("b")])), ("projects", Of("甲；乙")));
        Assert.Equal(1, (await database.ReadAsync("visit", id)).Version);

        await database.ChangeAsync("visit", id, ("tags", Of("b、a")), ("projects", InputValue.Blank));
        Assert.Equal(2, (await database.ReadAsync("visit", id)).Version);
        Assert.Matches("""^\{"tags":\[\["a","b"\],\["b","a"\]\],"projects":\[\[[0-9]+,[0-9]+\],null\]\}$""", await database.HistoryAsync("visit", id));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_MemberWhoLeftSince_MayStay(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await database.AddAsync("visit", ("name", Of("一")), ("helpers", Of("李四")));
        await database.Published.ExecuteAsync(provider == DatabaseProvider.Sqlite ? "UPDATE sys_member SET is_active = 0" : "UPDATE sys_member SET is_active = false");

        await database.ChangeAsync("visit", id, ("name", Of("二")), ("helpers", InputValue.Of([InputValue.Of(1m)])));

        Assert.Equal("record.reference.gone helpers", await database.RefuseAsync("visit", ("name", Of("三")), ("helpers", InputValue.Of([InputValue.Of(1m)]))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Delete_RecordInAList_IsRefusedWhileItIsThere(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var project = await database.AddAsync("project", ("name", Of("丁")));
        var id = await database.AddAsync("visit", ("name", Of("一")), ("projects", Of("甲、丁")));

        Assert.Equal("record.in-use ", await database.DeleteAsync("project", project));

        await database.ChangeAsync("visit", id, ("projects", Of("甲")));
        Assert.Equal("", await database.DeleteAsync("project", project));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByItems_MeansAnyAllOrNone(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await AddSampleAsync(database);
        var tags = database.Path("visit", "tags");
        Value[] ab = [Value.Of("a"), Value.Of("b")];

        Assert.Equal("1 2 3", await database.FindAsync("visit", new Condition.HasAny(tags, ab)));
        Assert.Equal("2", await database.FindAsync("visit", new Condition.HasAll(tags, ab)));
        Assert.Equal("4 5", await database.FindAsync("visit", new Condition.HasNone(tags, ab)));
        Assert.Equal("5", await database.FindAsync("visit", new Condition.IsBlank(tags)));
        Assert.Equal("1 2 3 4", await database.FindAsync("visit", new Condition.IsNotBlank(tags)));
        Assert.Equal("4", await database.FindAsync("visit", new Condition.Contains(tags, "ONG")));
        Assert.Equal("", await database.FindAsync("visit", new Condition.Contains(tags, "[\"")));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByReferencesAndMembers_LooksAtIdsAndTitles(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var projects = await AddSampleAsync(database);
        var (path, helpers) = (database.Path("visit", "projects"), database.Path("visit", "helpers"));

        Assert.Equal("1 3", await database.FindAsync("visit", new Condition.HasAny(path, [Value.OfReference(projects["甲"])])));
        Assert.Equal("3", await database.FindAsync("visit", new Condition.HasAll(path, [Value.OfReference(projects["甲"]), Value.OfReference(projects["乙"])])));
        Assert.Equal("2 4 5", await database.FindAsync("visit", new Condition.HasNone(path, [Value.OfReference(projects["甲"])])));
        Assert.Equal("2 3", await database.FindAsync("visit", new Condition.Contains(path, "乙")));
        Assert.Equal("4", await database.FindAsync("visit", new Condition.Contains(helpers, "王")));
        Assert.Equal("2 3", await database.FindAsync("visit", search: "乙"));
        Assert.Equal("4", await database.FindAsync("visit", search: "long 王"));
        Assert.Equal("1", await database.FindAsync("visit", new Condition.HasAny(database.Path("visit", "previous.projects"), [Value.OfReference(projects["甲"])])));
    }

    [Theory]
    [EveryDatabase]
    public async Task Sort_ByAList_GoesByItsFirstItemWithBlanksLast(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await AddSampleAsync(database);

        Assert.Equal("1 2 3 4 5", await database.FindAsync("visit", null, null, new SortOrder(database.Path("visit", "tags")), new SortOrder(database.Path("visit", "name"))));
        Assert.Equal("4 3 2 1 5", await database.FindAsync("visit", null, null, new SortOrder(database.Path("visit", "tags"), Descending: true), new SortOrder(database.Path("visit", "name"), Descending: true)));
        Assert.StartsWith("2 3 1", await database.FindAsync("visit", null, null, new SortOrder(database.Path("visit", "projects"))), StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_PageOfLists_TakesOneStatementForEach(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await AddSampleAsync(database);
        var query = new RecordQuery(database.Form("visit")) { Take = 20 };

        var commands = await RecordedCommands.DuringAsync(() => database.Published.Queries.ReadPageAsync(query, Actor.System, Cancellation));

        Assert.Equal(3, commands.Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task SuggestItems_OfTags_OffersTheMostFrequentFirst(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await AddSampleAsync(database);

        Assert.Equal(["a", "b", "c", "long"], await database.Published.Queries.SuggestItemsAsync(database.Form("visit")["tags"], null, 9, Actor.System, Cancellation));
        Assert.Equal(["long"], await database.Published.Queries.SuggestItemsAsync(database.Form("visit")["tags"], "ON", 9, Actor.System, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task ExportAndImport_Lists_ComeBackAsTheyWere(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await AddSampleAsync(database);
        var exported = await database.ExportAsync("visit");
        Assert.Contains("甲、乙", exported, StringComparison.Ordinal);

        // More rows than PostgreSQL inserts without its bulk path.
        var lines = exported.TrimEnd().Split('\n');
        var many = string.Join('\n', lines.Concat(Enumerable.Range(0, 20).SelectMany(_ => lines.Skip(1).Where(line => line.Contains('、', StringComparison.Ordinal)))));
        Assert.Equal("", await database.ImportAsync("visit", many));

        var copies = await database.FindAsync("visit", new Condition.HasAll(database.Path("visit", "tags"), [Value.Of("b"), Value.Of("a")]));
        Assert.Equal(22, copies.Split(' ').Length);
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_UnknownItems_AreReportedByRowAndField(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        Assert.Equal("2 record.reference.not-found projects", await database.ImportAsync("visit", "name,projects,tags\n一,甲、无,x；y\n"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_ListWithAnIdOfNothing_IsFound(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await AddSampleAsync(database);

        await database.Published.ExecuteAsync(provider == DatabaseProvider.Sqlite ? "UPDATE visit SET projects = '[404]' WHERE name = '1'" : "UPDATE visit SET projects = '{404}' WHERE name = '1'");

        Assert.Equal("health.reference visit.projects", await database.ExamineAsync());
    }

    [Fact]
    public async Task Publish_ListAsTitleCodeOrUnique_IsRefused()
    {
        await using var database = await FieldDatabase.CreateAsync(DatabaseProvider.Sqlite, Form("visit").Field("name", "text"));

        Assert.Equal("metadata.form.title.list", await database.Published.RefuseAsync(Form("visit").Field("tags", "tags")));
        Assert.Equal("metadata.field.unique.list", await database.Published.RefuseAsync(Form("visit").Field("name", "text").Field("tags", "tags", unique: true)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_DefaultOfSeveral_IsThatOfNewRecords(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("visit").Field("name", "text").Field("tags", "tags").Default("""["新","待办"]"""));

        var row = await database.ReadAsync("visit", await database.AddAsync("visit", ("name", Of("一"))));

        Assert.Equal(Value.OfTexts(["新", "待办"]), row[row.Form["tags"]]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_FormulaOverLists_CountsAndLooksInside(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(
            provider,
            Form("visit").Field("name", "text").Field("tags", "tags").Field("others", "references", new { form = "visit" })
                .Field("count", "number").Formula("COUNT([tags]) + COUNT([others])")
                .FormValid("NOT(CONTAINS([tags], \"禁\"))", "不能用这个标签"));

        var id = await database.AddAsync("visit", ("name", Of("一")), ("tags", Of("a、b")));
        var second = await database.AddAsync("visit", ("name", Of("二")), ("tags", Of("a")), ("others", InputValue.Of([InputValue.Of((decimal)id)])));

        var row = await database.ReadAsync("visit", second);
        Assert.Equal(2m, row[row.Form["count"]].AsNumber());
        Assert.Equal("record.validation ", await database.RefuseAsync("visit", ("name", Of("三")), ("tags", Of("b、禁"))));
    }

    private static InputValue Of(string text) => InputValue.Of(text);

    private static async Task<FieldDatabase> CreateAsync(DatabaseProvider provider)
    {
        object[] options = [new { key = "shop", label = new Dictionary<string, string> { ["zh-CN"] = "门店" } }, new { key = "web", label = new Dictionary<string, string> { ["zh-CN"] = "网店" } }];
        var database = await FieldDatabase.CreateAsync(
            provider,
            Form("project").Field("name", "text"),
            Form("visit").Field("name", "text").Field("channels", "multi-choice", new { options }).Field("tags", "tags")
                .Field("projects", "references", new { form = "project" }).Field("helpers", "members").Field("previous", "reference", new { form = "visit" }));
        await database.AddMemberAsync(1, "li", "李四");
        await database.AddMemberAsync(2, "wang", "王五");
        foreach (var name in new[] { "甲", "乙", "丙" })
        {
            await database.AddAsync("project", ("name", Of(name)));
        }

        return database;
    }

    /// <returns>The ids of the projects.</returns>
    private static async Task<IReadOnlyDictionary<string, long>> AddSampleAsync(FieldDatabase database)
    {
        var third = await database.AddAsync("visit", ("name", Of("3")), ("tags", Of("b")), ("projects", Of("甲、乙")));
        await database.AddAsync("visit", ("name", Of("1")), ("tags", Of("a")), ("projects", Of("甲")), ("previous", InputValue.Of((decimal)third)));
        await database.AddAsync("visit", ("name", Of("2")), ("tags", Of("b、a、c")), ("projects", Of("乙、丙")));
        await database.AddAsync("visit", ("name", Of("4")), ("tags", Of("long")), ("helpers", Of("李四、王五")));
        await database.AddAsync("visit", ("name", Of("5")));
        var page = await database.Published.Queries.ReadPageAsync(new(database.Form("project")), Actor.System, Cancellation);
        return page.Rows.ToDictionary(row => row[row.Form.Title!].AsText()!, row => row.Id);
    }
}
