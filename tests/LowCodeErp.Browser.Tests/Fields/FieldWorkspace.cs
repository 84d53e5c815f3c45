using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>The app of <c>tests/data/apps/fields</c>: one form that has a field of each type.</summary>
public sealed class FieldWorkspace() : AppWorkspace("data", "apps", "fields")
{
    /// <summary>The keys of all field types that the program has.</summary>
    public IEnumerable<string> Types => Service<ExtensionCatalog<IFieldType>>().All.Select(type => type.Key);

    public string LabelOf(string form, string field) => Form(form)[field].Label.Chinese;

    public string TypeOf(string form, string field) => Form(form)[field].Type.Key;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AddDepartmentsAsync("总公司/上海/销售部", "总公司/北京/销售部", "总公司/财务部");
    }

    /// <summary>A record as an import would bring it, with something in every field.</summary>
    /// <returns>The id.</returns>
    public async Task<long> AddFilledAsync(string name)
    {
        var values = FieldCase.All.ToDictionary(field => field.Field, field => InputValue.Of(field.Typed));
        values["name"] = InputValue.Of(name);
        values["story"] = InputValue.Of("<h2>安装说明</h2><p>请先<b>断电</b>，再参考<a href='https://example.com/manual'>手册</a>：</p><ol><li>拆下外壳</li><li>更换滤芯</li></ol>");
        values["paid"] = InputValue.Of("未付款");
        values["active"] = InputValue.Of(true);
        values["stars"] = InputValue.Of("★★★★☆");
        var line = new RecordInput
        {
            Values = new Dictionary<string, InputValue>
            {
                ["contact"] = InputValue.Of("010-62345678 转 801"),
                ["share"] = InputValue.Of(0.4m),
                ["when"] = InputValue.Of("2026-11-22 9:00"),
                ["done"] = InputValue.Of("是"),
                ["note"] = InputValue.Of("<b>急</b>件"),
            },
        };
        return await AddAsync("sample", new() { Values = values, Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [line] } });
    }

    /// <summary>A record with something in every field of several values or parts.</summary>
    public Task<long> AddShapeAsync(string name) => AddAsync("shape", new()
    {
        Values = new Dictionary<string, InputValue>
        {
            ["name"] = InputValue.Of(name),
            ["channels"] = InputValue.Of("门店、展会"),
            ["tags"] = InputValue.Of("老客户、急、一个相当长的标签用来看看换行"),
            ["helpers"] = InputValue.Of(BrowserFixture.UserName),
            ["period"] = InputValue.Of("2026-01-01 ~ 2026-01-31"),
            ["address"] = InputValue.Of("广东省深圳市南山区科技园路1号"),
            ["place"] = InputValue.Of("北纬22.5405° 东经113.9345°"),
            ["department"] = InputValue.Of("总公司/上海/销售部"),
        },
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
        {
            ["visit"] = [new() { Values = new Dictionary<string, InputValue> { ["days"] = InputValue.Of("2026-01-05 ~ 2026-01-06"), ["topics"] = InputValue.Of("报价、样品") } }],
        },
    });

    /// <summary>Waits until somebody's draft has the text.</summary>
    public async Task DraftIsKeptAsync(string text)
    {
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var since = TimeProvider.System.GetTimestamp();
        while (!await KeptDrafts.HoldAsync(Service<WorkspaceConnections>(), text, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(1), $"“{text}” was not kept.");
            await glance.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A customer or a supplier.</summary>
    public Task<long> AddPartnerAsync(string name, string kind, decimal credit) => AddAsync("partner", new()
    {
        Values = new Dictionary<string, InputValue>
        {
            ["name"] = InputValue.Of(name), ["kind"] = InputValue.Of(kind), ["tax-no"] = InputValue.Of("T1"), ["credit"] = InputValue.Of(credit),
        },
    });
}
