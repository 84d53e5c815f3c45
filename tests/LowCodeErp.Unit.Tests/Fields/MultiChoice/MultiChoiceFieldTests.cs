using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.BuiltIns.Fields.MultiChoice;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.MultiChoice;

public sealed class MultiChoiceFieldTests : FieldTypeSpecification<MultiChoiceField>
{
    private static readonly MultiChoiceSettings Channels = new()
    {
        Options =
        [
            new() { Key = "shop", Label = new("门店", "Shop"), Color = ChoiceColor.Green },
            new() { Key = "web", Label = new("网店", "Web") },
            new() { Key = "fair", Label = new("展会", "Fair") },
        ],
        Maximum = 2,
    };

    protected override string ExpectedKey => "multi-choice";

    protected override IReadOnlyList<FieldSample> Samples => [new(Channels, Value.OfTexts(["shop"])), new(Channels, Value.OfTexts(["shop", "fair"]))];

    [Theory]
    [InlineData("网店、门店")]
    [InlineData("web,shop")]
    [InlineData("Ｗｅｂ；门店")]
    [InlineData("Shop\nWeb\n门店")]
    public void Read_LabelsOrKeysWithAnySeparator_AreKeysInTheOrderOfTheOptions(string text)
        => Assert.Equal(Value.OfTexts(["shop", "web"]), Read(text, Channels).Value);

    [Fact]
    public void Read_UnknownOption_IsReportedOnce()
        => Assert.Equal("field.choice.unknown", Assert.Single(Read("门店、黄金", Channels).Diagnostics).Code);

    [Fact]
    public void Read_MoreThanTheMaximum_IsReported()
        => Assert.Equal("field.list.too-many", Assert.Single(Read("门店、网店、展会", Channels).Diagnostics).Code);

    [Fact]
    public void Format_RemovedOption_IsItsKey()
        => Assert.Equal("Shop、gone", Type.Format(Value.OfTexts(["shop", "gone"]), Channels, CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void CheckSettings_LabelWithASeparator_IsRefused()
    {
        var settings = new MultiChoiceSettings { Options = [new() { Key = "a", Label = new("电话、微信") }], Maximum = 0 };

        Assert.Equal(["field.list.limit", "field.multi-choice.separator"], CheckSettings(settings).Select(item => item.Code).Order(StringComparer.Ordinal));
    }
}
