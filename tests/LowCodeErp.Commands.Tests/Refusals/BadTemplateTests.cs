using LowCodeErp.Commands.Tests.Running;

namespace LowCodeErp.Commands.Tests.Refusals;

/// <summary>Templates with a mistake: the place as an editor jumps to it, and what to do; the published app stays as it is.</summary>
public sealed class BadTemplateTests(StockedWorkspace stocked) : IClassFixture<StockedWorkspace>
{
    [Theory]
    [InlineData(
        "product", "\"type\": \"money\"", "\"type\": \"monney\"",
        "forms/product.json:56:7 fields[3].type: 没有字段类型“monney”；可用的有：address、attachment、auto-number、barcode、button、choice、colour、credit-code、date、date-range、date-time、department、division、email、image、location、member、members、money、multi-choice、multi-line、number、percent、phone、rating、reference、references、rich-text、signature、sub-table、tags、text、time、url、yes-no、lookup、rollup、tier。",
        "forms/product.json:56:7 fields[3].type: There is no field type \"monney\"; there are address, attachment, auto-number, barcode, button, choice, colour, credit-code, date, date-range, date-time, department, division, email, image, location, member, members, money, multi-choice, multi-line, number, percent, phone, rating, reference, references, rich-text, signature, sub-table, tags, text, time, url, yes-no, lookup, rollup, tier.")]
    [InlineData(
        "product", "\"title\": \"name\",", "\"title\": \"name\"",
        "forms/product.json:8:3: 这里的 “\"” 不符合 JSON 格式，请检查它前面的逗号、冒号、双引号和括号。",
        "forms/product.json:8:3: “\"” is not valid JSON here; check the commas, colons, double quotes and brackets before it.")]
    [InlineData(
        "product", "\"decimals\": 3", "\"digits\": 3",
        "forms/product.json:70:9 fields[4].settings.digits: 未知的属性 “digits”，可用的属性：“decimals”、“minimum”、“maximum”。",
        "forms/product.json:70:9 fields[4].settings.digits: Unknown property “digits”; the known ones are: “decimals”, “minimum”, “maximum”.")]
    [InlineData(
        "product", "\"form\": \"supplier\"", "\"form\": \"suplier\"",
        "forms/product.json:89:9 fields[6].settings.form: 没有表单“suplier”，请检查标识或先添加该表单。",
        "forms/product.json:89:9 fields[6].settings.form: There is no form \"suplier\"; check the key or add the form first.")]
    public Task Template_OneMistake_IsToldWithItsPlace(string form, string written, string mistaken, string chinese, string english)
        => RefuseAsync([chinese], [english], folder => Change(folder, form, written, mistaken));

    [Fact]
    public Task Template_SameMistakeTwice_IsToldTwice() => RefuseAsync(
        [
            "forms/supplier.json:17:7 fields[0].requird: 未知的属性 “requird”，是否想写 “required”？",
            "forms/supplier.json:26:7 fields[1].requird: 未知的属性 “requird”，是否想写 “required”？",
        ],
        [
            "forms/supplier.json:17:7 fields[0].requird: Unknown property “requird”; did you mean “required”?",
            "forms/supplier.json:26:7 fields[1].requird: Unknown property “requird”; did you mean “required”?",
        ],
        folder => Change(folder, "supplier", "\"required\"", "\"requird\""));

    [Fact]
    public Task Template_RequiredReferencesInACircle_NamesTheCircle() => RefuseAsync(
        ["forms/product.json:81:5 fields[6]: 必填的关联形成循环：product.supplier → supplier.main → product。这样永远无法新建第一条数据，请把其中一个关联改为非必填。"],
        ["forms/product.json:81:5 fields[6]: Required references form a circle: product.supplier → supplier.main → product. No record could ever be the first; make one of them optional."],
        folder =>
        {
            Change(folder, "product", "\"type\": \"reference\"", "\"type\": \"reference\", \"required\": true");
            Change(folder, "supplier", "\"fields\": [", """
                "fields": [ { "key": "main", "type": "reference", "label": { "zh-CN": "主打" }, "required": true, "settings": { "form": "product" } },
                """);
        });

    [Fact]
    public Task Template_NotUtf8_NamesTheByte() => RefuseAsync(
        ["forms/product.json: 第 1 个字节处不是 UTF-8 文本；请把文件另存为 UTF-8 编码。"],
        ["forms/product.json: The text is not UTF-8 at byte 1; save the file in UTF-8."],
        folder => File.WriteAllBytes(PathOf(folder, "product"), [0xff, 0x7b, 0x7d]));

    private async Task RefuseAsync(string[] chinese, string[] english, Action<string> spoil)
    {
        var folder = stocked.Workspace.PathOf("template");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        spoil(TestApps.Copy("goods", folder));
        await stocked.MustRefuseInAsync(null, 1, chinese, "template", "check", "template");
        await stocked.MustRefuseInAsync("en", 1, english, "template", "install", "template");
    }

    private static string PathOf(string folder, string form) => Path.Combine(folder, "forms", form + ".json");

    private static void Change(string folder, string form, string written, string mistaken)
    {
        var text = File.ReadAllText(PathOf(folder, form));
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(folder, form), text.Replace(written, mistaken, StringComparison.Ordinal));
    }
}
