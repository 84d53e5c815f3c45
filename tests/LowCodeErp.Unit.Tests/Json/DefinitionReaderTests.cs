using System.Text;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Unit.Tests.Json;

public sealed class DefinitionReaderTests
{
    private const string Head = """{"key": "a", "label": {"zh-CN": "客户"}, """;

    [Theory]
    [InlineData("\"requird\": 1", "1:40 requird: json.unknown-member")]
    [InlineData("\"sort.order\": 1", "1:40 [\"sort.order\"]: json.unknown-member")]
    [InlineData("\"key\": \"b\"", "1:40 key: json.duplicate-member")]
    [InlineData("\"kind\": \"sub-tabel\"", "1:48 kind: json.unknown-choice")]
    [InlineData("\"kind\": \"SubTable\"", "1:48 kind: json.unknown-choice")]
    [InlineData("\"kind\": 1", "1:48 kind: json.wrong-type")]
    [InlineData("\"sortOrder\": \"1\"", "1:53 sortOrder: json.wrong-type")]
    [InlineData("\"sortOrder\": null", "1:53 sortOrder: json.wrong-type")]
    [InlineData("\"sortOrder\": 1.5", "1:53 sortOrder: json.not-whole")]
    [InlineData("\"sortOrder\": 3000000000", "1:53 sortOrder: json.out-of-range")]
    [InlineData("\"owner\": 9223372036854775808", "1:49 owner: json.out-of-range")]
    [InlineData("\"weight\": 1e99", "1:50 weight: json.out-of-range")]
    [InlineData("\"weight\": 1.00000000000000000000000000001", "1:50 weight: json.too-many-digits")]
    [InlineData("\"active\": \"yes\"", "1:50 active: json.wrong-type")]
    [InlineData("\"formula\": true", "1:51 formula: json.wrong-type")]
    [InlineData("\"tags\": \"a\"", "1:48 tags: json.wrong-type")]
    [InlineData("\"tags\": [\"a\", null]", "1:54 tags[1]: json.wrong-type")]
    [InlineData("\"fields\": [[]]", "1:51 fields[0]: json.wrong-type")]
    [InlineData("\"fields\": [{}]", "1:51 fields[0].type: json.missing-member")]
    [InlineData("\"fields\": [{\"type\": \"t\", \"settings\": {\"a\": 1, \"a\": 2}}]", "1:86 fields[0].settings.a: json.duplicate-member")]
    [InlineData("\"rates\": {\"usd\": \"7\"}", "1:57 rates.usd: json.wrong-type")]
    [InlineData("\"rates\": {\"usd\": 7, \"usd\": 8}", "1:60 rates.usd: json.duplicate-member")]
    [InlineData("\"rates\": []", "1:49 rates: json.wrong-type")]
    [InlineData("\"formula\": \"\\ud800\"", "1:51 formula: json.bad-text")]
    public void Member_Wrong_IsReportedAtItsPlace(string member, string expected)
        => Assert.Equal([$"forms/order.json:{expected}"], Reading.PlacesAndCodes(Head + member + "}"));

    [Theory]
    [InlineData("\"客户\"", "1:23 label: json.text-without-language")]
    [InlineData("1", "1:23 label: json.wrong-type")]
    [InlineData("{\"en\": \"Customer\"}", "1:23 label.zh-CN: json.missing-member")]
    [InlineData("{\"zh-CN\": \"客户\", \"fr\": \"client\"}", "1:39 label.fr: json.unknown-language")]
    [InlineData("{\"zh-CN\": \"客户\", \"en\": null}", "1:45 label.en: json.wrong-type")]
    [InlineData("{\"zh-CN\": \"客户\", \"zh-CN\": \"户\"}", "1:39 label.zh-CN: json.duplicate-member")]
    public void Label_Wrong_IsReportedAtItsPlace(string label, string expected)
        => Assert.Equal([$"forms/order.json:{expected}"], Reading.PlacesAndCodes($"{{\"key\": \"a\", \"label\": {label}}}"));

    [Theory]
    [InlineData("", "1:1: json.incomplete")]
    [InlineData("{\n  \"key\": \"客\" 1}", "2:14: json.malformed")]
    [InlineData("{\"key\": \"a\",}", "1:13: json.trailing-comma")]
    [InlineData("{\"tags\": [\"a\"", "1:14: json.incomplete")]
    [InlineData("// 注释\n{}", "1:1: json.comment")]
    [InlineData("{\"key\": \"a\nb\"}", "1:11: json.control-character")]
    [InlineData("{\"key\": 'a'}", "1:9: json.malformed")]
    [InlineData("{\"unknown\": 1, \"key\": \"a\" \"label\"}", "1:27: json.malformed")]
    [InlineData("[1]", "1:1: json.wrong-type")]
    public void Text_NotJson_IsOneDiagnosticWithLineAndColumn(string json, string expected)
        => Assert.Equal([$"forms/order.json:{expected}"], Reading.PlacesAndCodes(json));

    [Fact]
    public void Text_AfterTheDefinition_IsRefused()
        => Assert.Equal(["forms/order.json:1:41: json.malformed"], Reading.PlacesAndCodes(Head.TrimEnd(',', ' ') + "}  x"));

    [Fact]
    public void Text_Malformed_IsExplainedInPlainWords()
    {
        var message = Assert.Single(Reading.Faults("{\"key\": tru}")).Message;
        Assert.Equal("这里的 “}” 不符合 JSON 格式，请检查它前面的逗号、冒号、双引号和括号。", message.Chinese);
        Assert.DoesNotContain("LineNumber", message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_AtTheLimit_IsReadAndBeyondIt_IsRefused()
    {
        // The root, "fields", the field and "settings" are the first levels.
        static string Nested(int levels)
            => Head + "\"fields\": [{\"type\": \"t\", \"settings\": " + new string('[', levels) + new string(']', levels) + "}]}";
        Assert.Single(Reading.Sample(Nested(61)).Fields);
        Assert.Equal(["forms/order.json:1:138: json.too-deep"], Reading.PlacesAndCodes(Nested(62)));
    }

    [Fact]
    public void Text_BeyondFiveMegabytes_IsRefused()
        => Assert.Equal(
            ["forms/order.json: json.too-large"],
            Reading.PlacesAndCodes(Head + $"\"formula\": \"{new string('客', 2 * 1024 * 1024)}\"}}"));

    [Fact]
    public void Errors_OfEveryPart_AreReportedAtOnce()
        => Assert.Equal(
            [
                "forms/order.json:2:3 labl: json.unknown-member",
                "forms/order.json:6:15 fields[0].required: json.wrong-type",
                "forms/order.json:5:5 fields[0].type: json.missing-member",
                "forms/order.json:9:13 kind: json.unknown-choice",
                "forms/order.json:1:1 key: json.missing-member",
                "forms/order.json:1:1 label: json.missing-member",
            ],
            Reading.PlacesAndCodes(
                "{\n  \"labl\": {\"zh-CN\": \"x\"},\n  \"tags\": [],\n  \"fields\": [\n    {\n  \"required\": 1\n    }\n  ],\n    \"kind\": \"x\"\n}"));

    [Fact]
    public void Errors_TooMany_AreCut()
    {
        var faults = Reading.Faults(Head + "\"tags\": [" + string.Join(',', Enumerable.Repeat("1", 5000)) + "]}");
        Assert.Equal(1001, faults.Count);
        Assert.Equal("json.too-many-errors", faults[^1].Code);
    }

    [Theory]
    [InlineData("requird", "未知的属性 “requird”，是否想写 “required”？")]
    [InlineData("Required", "未知的属性 “Required”，是否想写 “required”？")]
    [InlineData("xyz", "未知的属性 “xyz”，可用的属性：“type”、“required”、“settings”、“fields”。")]
    public void UnknownMember_IsAnsweredWithTheNearestOrAllNames(string name, string expected)
    {
        var faults = Reading.Faults(Head + $"\"fields\": [{{\"type\": \"t\", \"{name}\": true}}]}}");
        Assert.Equal(expected, Assert.Single(faults).Message.Chinese);
    }

    [Fact]
    public void UnknownChoice_IsAnsweredWithTheAllowedValues()
        => Assert.Equal(
            "“sub_table” 不是可选的值，是否想写 “sub-table”？可选的值：“plain”、“sub-table”。",
            Assert.Single(Reading.Faults(Head + "\"kind\": \"sub_table\"}")).Message.Chinese);

    [Fact]
    public void PlainLabel_IsAnsweredWithTheFormToWrite()
        => Assert.Contains(
            "{\"zh-CN\": \"客户\"}",
            Assert.Single(Reading.Faults("{\"key\": \"a\", \"label\": \"客户\"}")).Message.Chinese,
            StringComparison.Ordinal);

    [Fact]
    public void Column_AfterRareLetters_CountsAsEditorsDo()
        => Assert.Equal(
            ["forms/order.json:1:26 label: json.wrong-type"],
            Reading.PlacesAndCodes("{\"key\": \"𠮷😀\", \"label\": 1}"));

    [Fact]
    public void File_WithByteOrderMark_IsRead()
        => Assert.Equal("order", Reading.Sample(Encoding.UTF8.GetString([0xEF, 0xBB, 0xBF]) + Reading.Canonical).Key);

    [Fact]
    public void Settings_OfAnExtension_AreReportedByPath()
    {
        var diagnostics = new DiagnosticBag();
        using var settings = JsonDocument.Parse("""{"minimum": 1.5, "minimun": 2}""");
        Assert.Null(DefinitionReader.Read(typeof(SampleSettings), settings.RootElement, "fields[2].settings", diagnostics));
        Assert.Equal(
            ["fields[2].settings.minimum: json.not-whole", "fields[2].settings.minimun: json.unknown-member", "fields[2].settings.unit: json.missing-member"],
            diagnostics.Items.Select(item => $"{item.Path}: {item.Code}"));
    }

    [Fact]
    public void Settings_OutOfADefinition_AreReadIntoTheirRecord()
    {
        var field = Reading.Sample(Head + "\"fields\": [{\"type\": \"t\", \"settings\": {\"unit\": \"元\", \"minimum\": 2}}]}").Fields[0];
        var diagnostics = new DiagnosticBag();
        var settings = DefinitionReader.Read(typeof(SampleSettings), field.Settings, "fields[0].settings", diagnostics);
        Assert.Equal(new SampleSettings { Unit = "元", Minimum = 2 }, settings);
    }

    [Fact]
    public void Settings_LeftOut_AreReadAsWithoutMembers()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Equal(new SamplePaper().Size, ((SamplePaper)DefinitionReader.Read(typeof(SamplePaper), default, "settings", diagnostics)!).Size);
    }
}
