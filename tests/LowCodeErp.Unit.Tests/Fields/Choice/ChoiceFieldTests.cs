using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Choice;

public sealed class ChoiceFieldTests : FieldTypeSpecification<ChoiceField>
{
    private static readonly ChoiceSettings Levels = new()
    {
        Options =
        [
            new() { Key = "A", Label = new("重点客户", "Key account"), Color = ChoiceColor.Green },
            new() { Key = "B", Label = new("普通客户", "Regular") },
            new() { Key = "no-order", Label = new("未成交") },
        ],
    };

    protected override string ExpectedKey => "choice";

    protected override IReadOnlyList<FieldSample> Samples => [new(Levels, Value.Of("A")), new(Levels, Value.Of("no-order"))];

    [Theory]
    [InlineData("A", "A")]
    [InlineData("a", "A")]
    [InlineData("Ａ", "A")]
    [InlineData(" 重点客户\u3000", "A")]
    [InlineData("key ACCOUNT", "A")]
    [InlineData("未成交", "no-order")]
    [InlineData("NO-ORDER", "no-order")]
    public void Read_KeyOrEitherLabel_IsTheKey(string input, string expected) => Assert.Equal(expected, Read(input, Levels).Value.AsText());

    [Fact]
    public void Read_NumberCell_MatchesANumericKey()
    {
        var settings = new ChoiceSettings { Options = [new() { Key = "1", Label = new("一月") }] };

        Assert.Equal("1", Read(InputValue.Of(1m), settings).Value.AsText());
    }

    [Fact]
    public void Read_UnknownOption_ListsTheOptions()
    {
        var diagnostic = Assert.Single(Read("黄金", Levels).Diagnostics);

        Assert.Equal("field.choice.unknown", diagnostic.Code);
        Assert.Equal("没有“黄金”这个选项。可选：重点客户、普通客户、未成交。", diagnostic.Message.Chinese);
        Assert.Equal("'黄金' is not an option. Choose one of: Key account, Regular, 未成交.", diagnostic.Message.English);
    }

    [Fact]
    public void Format_Key_IsTheLabelOfTheLanguage()
    {
        Assert.Equal("重点客户", Type.Format(Value.Of("A"), Levels, CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal("Key account", Type.Format(Value.Of("A"), Levels, CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public void Format_RemovedOption_IsItsKey() => Assert.Equal("gone", Type.Format(Value.Of("gone"), Levels, CultureInfo.GetCultureInfo("zh-CN")));

    [Fact]
    public void CheckSettings_WrongOptions_AreAllReportedAtTheirPlaces()
    {
        var settings = new ChoiceSettings
        {
            Options = [new() { Key = "a", Label = new("甲") }, new() { Key = "有 空格", Label = new("乙") }, new() { Key = "c", Label = new("") }, new() { Key = "d", Label = new("A") }],
        };

        Assert.Equal(
            ["settings.options[1].key field.choice.option-key", "settings.options[2].label field.choice.option-label", "settings.options[3] field.choice.option-twice"],
            CheckSettings(settings).Select(diagnostic => $"{diagnostic.Path} {diagnostic.Code}"));
    }

    [Fact]
    public void CheckSettings_LabelThatIsItsOwnKey_IsAllowed()
        => Assert.Empty(CheckSettings(new ChoiceSettings { Options = [new() { Key = "A", Label = new("A", "A") }] }));

    [Fact]
    public void CheckSettings_NoOptions_IsReported()
        => Assert.Equal("field.choice.no-options", Assert.Single(CheckSettings(new ChoiceSettings())).Code);
}
