using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Changes;

public sealed class RoleComparisonTests
{
    private const string Grants = """{ "form": "customer", "operations": ["view", "edit"], "rows": "own", "fields": [{ "fields": ["limit"], "access": "hidden" }] }""";

    private static readonly AppComparison _comparison = new(new(
        ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!)),
        new(ExtensionScanner.Find<ILayoutItem>(typeof(TextField).Assembly).Select(type => (ILayoutItem)Activator.CreateInstance(type)!)));

    [Fact]
    public void Compare_NewRole_TellsItsGrantsByTheNamesOfFormsAndFields()
        => AssertSays([], [Role(Grants)], ["新增角色“销售”", "角色“销售”新增授权：查看、修改自己负责的“客户”；看不到“额度”"]);

    [Fact]
    public void Compare_RemovedRole_IsToldOnce()
        => AssertSays([Role(Grants)], [], ["删除角色“销售”"]);

    [Fact]
    public void Compare_GrantOfTheSameRecords_IsToldAsChanged()
        => AssertSays(
            [Role(Grants)], [Role("""{ "form": "customer", "operations": ["view"], "rows": "own" }""")],
            ["角色“销售”的授权由“查看、修改自己负责的“客户”；看不到“额度””改为“查看自己负责的“客户””"]);

    [Fact]
    public void Compare_GrantsThatCameAndWent_AreToldEach()
        => AssertSays(
            [Role(Grants)], [Role("""{ "form": "customer", "effect": "deny", "operations": ["export"], "rows": "condition", "condition": "[limit] > 10" }""")],
            ["角色“销售”新增授权：禁止导出符合条件的“客户”（[额度] > 10）", "角色“销售”取消授权：查看、修改自己负责的“客户”；看不到“额度”"]);

    [Fact]
    public void Compare_OrderOfGrants_IsNoChange()
    {
        const string other = """{ "form": "customer", "operations": ["view"] }""";
        AssertSays([Role($"{Grants}, {other}")], [Role($"{other}, {Grants}")], []);
    }

    [Fact]
    public void Compare_InEnglish_TellsSentences()
    {
        var change = _comparison.Compare(Package([]), Package([Role(Grants)]))[1];
        Assert.Equal("Role \"Sales\": new grant: view and edit own \"客户\" records; cannot see \"额度\"", change.Text.In(CultureInfo.GetCultureInfo("en")));
    }

    private static void AssertSays(string[] before, string[] after, string[] expected)
        => Assert.Equal(expected, _comparison.Compare(Package(before), Package(after)).Select(change => change.Text.Chinese));

    private static AppPackage Package(string[] roles)
    {
        var package = App.With(Form("customer").Text("name").Field("limit", "number").Labelled("额度")).WithRoles(roles);
        return package with { Forms = [.. package.Forms.Select(form => form with { Definition = form.Definition with { Label = new("客户") } })] };
    }

    private static string Role(string grants) => $$"""{ "key": "sales", "label": { "zh-CN": "销售", "en": "Sales" }, "grants": [{{grants}}] }""";
}
