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

public sealed class AppComparisonTests
{
    private static readonly AppComparison _comparison = new(new(
        ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!)),
        new(ExtensionScanner.Find<ILayoutItem>(typeof(TextField).Assembly).Select(type => (ILayoutItem)Activator.CreateInstance(type)!)));

    [Fact]
    public void Compare_FieldsOfAForm_TellsEachChangeInWords()
        => AssertSays(
            Form("客户").Field("phone", "text", new { maximumLength = 20 }).Labelled("电话").Field("fax", "text").Labelled("传真").Field("size", "number").Labelled("规模"),
            Form("客户").Field("phone", "phone").Labelled("手机").Field("level", "choice").Labelled("等级").Field("size", "number", new { decimals = 0 }, unique: true).Labelled("规模").Required(),
            [
                "表单“客户”：字段“电话”由文本改为电话",
                "表单“客户”：字段“电话”改名为“手机”",
                "表单“客户”：新增字段“等级”（单选）",
                "表单“客户”：字段“规模”改为必填",
                "表单“客户”：字段“规模”改为唯一",
                "表单“客户”：字段“规模”的小数位数设为0",
                "表单“客户”：删除字段“传真”（文本）",
            ]);

    [Fact]
    public void Compare_OptionsFormulasAndValidations_TellsWhichOnes()
        => AssertSays(
            Form("单").Field("a", "choice", Options("x", "y")).Field("n", "number").Formula("[m] * 2").Field("m", "number"),
            Form("单").Field("a", "choice", Options("y", "z")).Field("n", "number").Formula("[m] * 3").Field("m", "number").Valid("[m] > 0", "须为正数"),
            [
                "新增表单“单”：字段“a”的选项“z”",
                "删除表单“单”：字段“a”的选项“x”",
                "表单“单”：字段“n”的公式由“[m] * 2”改为“[m] * 3”",
                "新增表单“单”：字段“m”的校验“须为正数”：[m] > 0",
            ]);

    [Fact]
    public void Compare_Validations_TellsWhichCameWentOrChanged()
        => AssertSays(
            Form("单").Field("m", "number").FormValid("[m] > 0", "须为正数").FormValid("[m] < 9", "太大").FormValid("[m] <> 5", "不能是五"),
            Form("单").Field("m", "number").FormValid("[m] <> 5", "不可为五").FormValid("[m] >= 0", "须为正数").FormValid("[m] <> 7", "不能是七"),
            [
                "新增表单“单”的校验“不能是七”：[m] <> 7",
                "删除表单“单”的校验“太大”",
                "表单“单”的校验“须为正数”的条件由“[m] > 0”改为“[m] >= 0”",
                "表单“单”的校验“不能是五”的提示语由“不能是五”改为“不可为五”",
            ]);

    [Fact]
    public void Compare_Layouts_TellsWhatCameWentAndMoved()
        => AssertSays(
            Accounts().Layout($$"""[{{Section("基本", "name", "city")}}, {{Section("开票", "tax", "bank")}}]"""),
            Accounts().Layout($$"""[{{Section("基本", "city", "name", "tax")}}, {{Section("其他", "note")}}]"""),
            [
                "表单“account”的布局：页面上新增分组“其他”",
                "表单“account”的布局：分组“其他”里新增字段“备注”",
                "表单“account”的布局：移除分组“开票”",
                "表单“account”的布局：移除字段“bank”",
                "表单“account”的布局：字段“税号”移到分组“基本”里",
                "表单“account”的布局：分组“基本”里的顺序有改动",
            ]);

    [Fact]
    public void Compare_KeysOfFieldsAndChoicesOfSettings_AreToldAsPeopleCallThem()
        => AssertSays(
            App.With(Customers("[credit-limit] > 0"), Form("order").Field("number", "text").Labelled("单号").Reference("customer", "customer").Labelled("客户").Field("paid", "yes-no").Labelled("已付")),
            App.With(Customers("[credit-limit] > 1"), Form("order").Field("number", "text").Labelled("单号").Reference("customer", "customer").Labelled("客户").Field("paid", "yes-no", new { style = "switch" }).Labelled("已付").FillFrom("customer.is-good")
                .Layout("""[{ "type": "field", "settings": { "field": "number", "width": "row" } }]""")),
            [
                "表单“customer”：字段“良好”的显示条件由“[授信额度] > 0”改为“[授信额度] > 1”",
                "表单“order”的布局中字段“单号”的宽度设为“整行”",
                "表单“order”：字段“已付”的从关联带入设为“客户.良好”",
                "表单“order”：字段“已付”的显示方式设为“开关”",
            ]);

    [Fact]
    public void Compare_FormsComeAndGo_AreToldWithTheirFields()
        => AssertSays(
            App.With(Form("a").Field("x", "text")),
            App.With(Form("b").Field("y", "number")),
            ["新增表单“b”", "表单“b”：新增字段“y”（数字）", "删除表单“a”"]);

    [Fact]
    public void Compare_TheSame_SaysNothing() => AssertSays(Form("a").Field("x", "text"), Form("a").Field("x", "text"), []);

    [Fact]
    public void Compare_LinesOfASubTable_AreToldWithTheirSubTable()
        => AssertSays(
            App.With(Lines("text")),
            App.With(Lines("number")),
            ["表单“order”的子表单“line”：字段“item”由文本改为数字"]);

    [Fact]
    public void Compare_InEnglish_SaysTheSame()
    {
        var change = Assert.Single(_comparison.Compare(App.With(Form("a").Field("x", "text")), App.With(Form("a").Field("x", "number"))));

        Assert.Equal("a.x", change.Path);
        Assert.Equal("Form \"a\": field \"x\" changed from Text to Number", change.Text.In(CultureInfo.GetCultureInfo("en")));
    }

    private static FormBuilder Customers(string when)
        => Form("customer").Field("name", "text").Field("credit-limit", "number").Labelled("授信额度").Field("is-good", "yes-no").Labelled("良好").VisibleWhen(when);

    private static FormBuilder Accounts() => Form("account").Field("name", "text").Field("city", "text").Field("tax", "text").Labelled("税号").Field("bank", "text").Field("note", "text").Labelled("备注");

    private static string Section(string title, params string[] fields)
    {
        var items = string.Join(", ", fields.Select(field => $$"""{ "type": "field", "settings": { "field": "{{field}}" } }"""));
        return $$"""{ "type": "section", "settings": { "title": { "zh-CN": "{{title}}" } }, "items": [{{items}}] }""";
    }

    private static FormBuilder Lines(string type) => Form("order").Field("number", "text")
        .Field("line", "sub-table", new { fields = new[] { new { key = "item", type, label = new Dictionary<string, string> { ["zh-CN"] = "item" } } } });

    private static object Options(params string[] keys)
        => new { options = keys.Select(key => new { key, label = new Dictionary<string, string> { ["zh-CN"] = key } }) };

    private static void AssertSays(FormBuilder before, FormBuilder after, string[] sentences) => AssertSays(App.With(before), App.With(after), sentences);

    private static void AssertSays(AppPackage before, AppPackage after, string[] sentences)
        => Assert.Equal(sentences, _comparison.Compare(before, after).Select(change => change.Text.Chinese));
}
