using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>
/// The same input gets the same verdict, and stores the same value, through a call, the page, a file, and as a line through each of
/// these: for every field type and every kind of logic. Where a door does not lead to something, a test of its own says so.
/// </summary>
public sealed class DoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Of each field type, whose field is called f: what comes in, and what is wrong with it or, when nothing is, what people read then.</summary>
    private static readonly Dictionary<string, (object? Settings, (string Entered, string Verdict)[] Cases)> FieldTypes = new()
    {
        ["address"] = (null, [("f=上海市黄浦区人民大道1号", ""), ("f=nowhere", "nowhere"), ("f-city=330100|f-province=310000", "field.")]),
        ["attachment"] = (null, [("f=报价.pdf", "file.from-text"), ("f=", "")]),
        ["auto-number"] = (null, [("f=X1", "X1"), ("f= X2 ", "X2")]),
        ["barcode"] = (null, [("f=6901234567892", ""), ("f=一二", "field.")]),
        ["choice"] = (new { options = new[] { Option("a", "甲"), Option("b", "乙") } }, [("f=a", "甲"), ("f=乙", "乙"), ("f=丙", "field.")]),
        ["colour"] = (null, [("f=#ff0000", ""), ("f=redd", "field.")]),
        ["credit-code"] = (null, [("f=91350100M000100Y43", "91350100M000100Y43"), ("f=91350100M000100Y44", "field."), ("f=9135", "field.")]),
        ["date"] = (null, [("f=2024-02-29", "2024-02-29"), ("f=2024年2月29日", "2024-02-29"), ("f=2024-02-30", "field.")]),
        ["date-time"] = (null, [("f=2024-02-29 12:30", "2024-02-29 12:30"), ("f=2024-02-29 25:30", "field.")]),
        ["date-range"] = (null, [("f=2024-01-01 ~ 2024-02-01", "2024-01-01 ~ 2024-02-01"), ("f-start=2024-02-02|f-end=2024-02-01", "field."), ("f-start=x", "field."), ("f-start=2024-02-02", "field.date-range.open")]),
        ["department"] = (null, [("f=销售部", "销售部"), ("f=总公司/销售部", "销售部"), ("f=无此部门", "department.unknown")]),
        ["division"] = (new { level = "province" }, [("f=上海市", "上海市"), ("f=乌有", "field.")]),
        ["email"] = (null, [("f=a@b.cn", "a@b.cn"), ("f=a.b.cn", "field.")]),
        ["image"] = (null, [("f=a.png,b.png", "file.from-text")]),
        ["location"] = (null, [("f=北纬31.2304° 东经121.4737°", "31.230400° N, 121.473700° E"), ("f-longitude=somewhere", "field."), ("f-longitude=200|f-latitude=1", "field."), ("f-longitude=20", "field.location.incomplete")]),
        ["member"] = (null, [("f=王芳", "王芳"), ("f=无名", "record.reference.not-found")]),
        ["members"] = (null, [("f=王芳,李强", "王芳"), ("f=王芳,无名", "record.reference.not-found")]),
        ["money"] = (new { maximum = 100 }, [("f=12.345", ""), ("f=￥12.5", ""), ("f=￥1,2.5", "field."), ("f=abc", "field."), ("f=101", "field.")]),
        ["multi-choice"] = (new { options = new[] { Option("a", "甲"), Option("b", "乙") }, maximum = 1 }, [("f=甲", "甲"), ("f=乙,甲", "field."), ("f=丙", "field.")]),
        ["multi-line"] = (new { maximumLength = 5 }, [("f=一\n二", "一\n二"), ("f=一二三四五六", "field.")]),
        ["number"] = (new { decimals = 1, minimum = 0 }, [("f=1.25", ""), ("f=１２", "12"), ("f=x", "field."), ("f=-1", "field.")]),
        ["percent"] = (null, [("f=12.5%", "(0.125)"), ("f=x", "field.")]),
        ["phone"] = (new { mobileOnly = true }, [("f=13800138000", ""), ("f=12", "field.")]),
        ["rating"] = (null, [("f=3", ""), ("f=9", "field."), ("f=x", "field.")]),
        ["reference"] = (new { form = "target" }, [("f=甲", "甲"), ("f=无", "record.reference.not-found")]),
        ["references"] = (new { form = "target" }, [("f=甲,乙", "甲"), ("f=甲,无", "record.reference.not-found")]),
        ["rich-text"] = (null, [("f=<p>好<script>alert(1)</script></p>", "好"), ("f=文字", "文字")]),
        ["signature"] = (null, [("f=王芳", "file.from-text")]),
        ["tags"] = (new { maximum = 2 }, [("f=红,蓝", "红"), ("f=一,二,三", "field.")]),
        ["text"] = (new { maximumLength = 3 }, [("f= ab ", "ab"), ("f=abcd", "field.")]),
        ["time"] = (new { step = 15 }, [("f=上午9点半", "09:30"), ("f=930", "09:30"), ("f=9:31", "field.time.off-step"), ("f=25:00", "field.")]),
        ["url"] = (null, [("f=https://example.com/a", "https://example.com/a"), ("f=javascript:alert(1)", "field.")]),
        ["yes-no"] = (null, [("f=是", "是"), ("f=no", "否"), ("f=也许", "field.")]),
    };

    /// <summary>Of each kind of logic: what comes in, and what is wrong with it or, where nothing is, the values of <see cref="Told"/>.</summary>
    private static readonly (string Entered, string Verdict)[] LogicKinds =
    [
        // Default, default formula, formula.
        ("kind=x", "- - - 5 7 14 8 - - - - - -"),
        ("def=1", "- - - 5 1 2 2 - - - - - -"),
        ("def=1|follow=9", "- - - 5 1 9 2 - - - - - -"),
        ("follow=x", "field.number.unreadable follow"),

        // Shown, required, read-only.
        ("kind=x|cleared=a|kept=b", "- b - 5 7 14 8 - - - - - -"),
        ("kind=show|cleared=a|kept=b", "a b - 5 7 14 8 - - - - - -"),
        ("kind=must", "record.required must"),
        ("kind=must|must=a", "- - a 5 7 14 8 - - - - - -"),
        ("kind=lock|locked=6", "record.field.read-only locked"),
        ("kind=lock|locked=5", "- - - 5 7 14 8 - - - - - -"),

        // Validations: refused, warned, across.
        ("valid=11", "record.validation valid"),
        ("valid=9", "- - - 5 7 14 8 9 - - - - -"),
        ("warned=11", "warning record.validation warned"),
        ("target=甲|limited=11", "record.validation limited"),
        ("target=甲|limited=10", "- - - 5 7 14 8 - - - 30 - 10"),
        ("limited=10", "record.validation limited"),

        // Options, limited references, filling.
        ("province=zj|city=hz", "- - - 5 7 14 8 - - hz - - -"),
        ("province=js|city=hz", "record.option.not-offered city"),
        ("target=甲|contact=张", "- - - 5 7 14 8 - - - 30 张 -"),
        ("target=甲|contact=李", "record.reference.limited contact"),
        ("target=甲|term=4", "- - - 5 7 14 8 - - - 4 - -"),

        // Unique: each door has values of its own.
        ("code={door}", "- - - 5 7 14 8 - - - - - -"),
        ("code={door}", "record.not-unique code"),
        ("kind=must|locked=x|valid=12|code={door}", "field.number.unreadable locked; record.not-unique code; record.required must; record.validation valid"),
    ];

    private static readonly string[] Told = ["cleared", "kept", "must", "locked", "def", "follow", "sum", "valid", "warned", "city", "term", "contact", "limited"];

    /// <summary>A button takes no value; files are handed in before their record, which the tests of files do.</summary>
    public static TheoryData<DatabaseProvider, string> Types
        => new(from provider in TestDatabase.Providers from type in BuiltInFields.Catalog.All where type.Key is not ("sub-table" or "button" or "attachment" or "image" or "signature") select (provider, type.Key));

    [Theory]
    [MemberData(nameof(Types))]
    public async Task FieldType_ThroughEveryDoor_GetsTheSameVerdictAndStoresTheSame(DatabaseProvider provider, string type)
    {
        Assert.True(FieldTypes.TryGetValue(type, out var cases), $"The field type {type} has no cases here yet.");
        await using var database = await FieldDatabase.CreateAsync(provider,
            [Form("target").Field("name", "text"), .. EveryDoor.Forms(form => form.Field("f", type, cases.Settings))]);
        await AddPeopleAsync(database);
        await database.AddAsync("target", Value("name", "甲"));
        await database.AddAsync("target", Value("name", "乙"));
        var doors = new EveryDoor(database);

        foreach (var (entered, expected) in cases.Cases)
        {
            var verdicts = new List<string>();
            foreach (var door in EveryDoor.All)
            {
                verdicts.Add(await EnterAsync(database, doors, door, entered));
            }

            Assert.True(verdicts.Distinct().Count() == 1, $"{entered}: {string.Join(" | ", EveryDoor.All.Zip(verdicts))}");
            Assert.Contains(expected, verdicts[0], StringComparison.Ordinal);
            Assert.Equal(expected.StartsWith("field.", StringComparison.Ordinal) || expected.StartsWith("record.", StringComparison.Ordinal) || expected.StartsWith("file.", StringComparison.Ordinal) || expected.StartsWith("department.", StringComparison.Ordinal), verdicts[0].StartsWith("refused ", StringComparison.Ordinal));
        }

        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Logic_ThroughEveryDoor_GetsTheSameVerdictAndStoresTheSame(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
        [
            Form("target").Field("name", "text").Field("limit", "number").Field("term", "number"),
            Form("contact").Field("name", "text").Reference("owner", "target"),
            .. EveryDoor.Forms(Behave),
        ]);
        await database.AddAsync("target", Value("name", "甲"), Value("limit", "10"), Value("term", "30"));
        await database.AddAsync("contact", Value("name", "张"), Value("owner", "甲"));
        await database.AddAsync("contact", Value("name", "李"));
        var doors = new EveryDoor(database);

        foreach (var door in EveryDoor.All)
        {
            var verdicts = new List<string>();
            foreach (var (entered, _) in LogicKinds)
            {
                var problems = await doors.EnterAsync(door, Take(entered.Replace("{door}", $"{door}", StringComparison.Ordinal)));
                verdicts.Add(problems.Length > 0 ? problems : await ToldAsync(database, doors, door));
            }

            Assert.Equal(LogicKinds.Select(kind => $"{door} {kind.Entered}: {kind.Verdict}"), LogicKinds.Zip(verdicts).Select(pair => $"{door} {pair.First.Entered}: {pair.Second}"));
        }

        Assert.Equal("", await database.ExamineAsync());
    }

    [Fact]
    public async Task ComputedField_HasNoDoorButACall_WhichIsRefused()
    {
        await using var database = await FieldDatabase.CreateAsync(DatabaseProvider.Sqlite, Form("party").Field("name", "text").Field("sum", "number").Formula("1"));

        Assert.Equal("record.field.computed sum", await database.RefuseAsync("party", Value("sum", "2")));
        Assert.DoesNotContain("sum", RecordDraft.New(database.Form("party")).ToInput().Values.Keys);
        Assert.Equal("", await database.ImportAsync("party", "name,sum\nA,2\n"));
        Assert.Equal(1m, (await database.FindRowAsync("party", "name", "A")).Values[1]);
    }

    [Fact]
    public void SubTable_InALine_HasNoDoor()
    {
        var form = Form("order").Field("number", "text").Lines("line", line => line.Field("name", "text").Lines("part", part => part.Field("name", "text"), "sub-table"), "sub-table");

        var diagnostics = new WorkspaceCompiler(BuiltInFields.Catalog, new([])).Compile(1, [App.With(form)]).Diagnostics;

        Assert.Contains(diagnostics, item => item.Severity == Severity.Error && item.Code.Contains("sub-table", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SubTable_InAFileOfRecords_HasNoColumn_ItsLinesHaveAFileOfTheirOwn()
    {
        await using var database = await FieldDatabase.CreateAsync(DatabaseProvider.Sqlite, Form("order").Field("number", "text").Lines("line", line => line.Field("name", "text"), "sub-table"));

        Assert.DoesNotContain(database.Form("order").ImportedFields, field => field.Key == "line");
        Assert.Contains(database.Form("order-line").ImportedFields, field => field.Key == "name");
    }

    [Fact]
    public void FieldsUniqueTogether_AreOfRecords_LinesCannotSayThem()
        => Assert.DoesNotContain(typeof(BuiltIns.Fields.SubTable.SubTableSettings).GetProperties(), property => property.Name == nameof(FormDefinition.Unique));

    private static FormBuilder Behave(FormBuilder form) => form
        .Field("kind", "text").Field("code", "text", unique: true)
        .Field("cleared", "text").VisibleWhen("[kind] = \"show\"", HiddenValue.Clear)
        .Field("kept", "text").VisibleWhen("[kind] = \"show\"")
        .Field("must", "text").RequiredWhen("[kind] = \"must\"")
        .Field("locked", "number").Default("5").ReadOnlyWhen("[kind] = \"lock\"")
        .Field("def", "number").Default("7").Field("follow", "number").DefaultFormula("[def] * 2").Field("sum", "number").Formula("[def] + 1")
        .Field("valid", "number").Valid("[valid] < 10", "太大").Field("warned", "number").Valid("[warned] < 10", "偏大", Severity.Warning, "high")
        .Field("province", "choice", new { options = new[] { Option("zj", "浙江"), Option("js", "江苏") } })
        .Field("city", "choice", new { options = new[] { Option("hz", "杭州"), Option("nj", "南京") } }).OptionsWhen("[province] = \"zj\"", "hz").OptionsWhen("[province] = \"js\"", "nj")
        .Reference("target", "target").Field("term", "number").FillFrom("target.term")
        .Reference("contact", "contact").LimitedTo("[contact.owner] = [target]")
        .Field("limited", "number").Valid("[limited] <= [target.limit]", "超过额度");

    private static async Task<string> EnterAsync(FieldDatabase database, EveryDoor doors, EveryDoor.Door door, string entered)
    {
        var problems = await doors.EnterAsync(door, Take(entered));
        if (problems.Length > 0)
        {
            return $"refused {problems}";
        }

        var form = doors.FormOf(door);
        var stored = await doors.LastAsync(door);
        var row = await database.ReadAsync(form.Key, stored.Id);
        var values = form["f"].StoredParts.Select(part => $"{stored.Values[part.Ordinal]}");
        return $"{row.TextOf(form["f"], System.Globalization.CultureInfo.GetCultureInfo("zh-CN"))} ({string.Join(',', values)})";
    }

    private static async Task<string> ToldAsync(FieldDatabase database, EveryDoor doors, EveryDoor.Door door)
    {
        var row = await database.ReadAsync(doors.FormOf(door).Key, (await doors.LastAsync(door)).Id);
        return string.Join(' ', Told.Select(key => row.Form[key]).Select(field => row.TitleOf(field) ?? FormattableString.Invariant($"{row.Values[field.Ordinal] ?? "-"}")));
    }

    private static async Task AddPeopleAsync(FieldDatabase database)
    {
        await database.AddMemberAsync(1, "wang", "王芳");
        await database.AddMemberAsync(2, "li", "李强");
        await database.AddDepartmentsAsync("总公司/销售部", "总公司/财务部");
    }

    private static (string Key, string Text)[] Take(string entered)
        => [.. entered.Split('|').Select(pair => (pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))];

    private static object Option(string key, string label) => new { key, label = new Dictionary<string, string> { ["zh-CN"] = label } };

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
