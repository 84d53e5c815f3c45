using LowCodeErp.BuiltIns.Fields.Colour;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Colour;

public sealed class ColourFieldTests : FieldTypeSpecification<ColourField>
{
    protected override string ExpectedKey => "colour";

    protected override IReadOnlyList<FieldSample> Samples => [new(new ColourSettings(), Value.Of("#2A5BD7")), new(new ColourSettings { Palette = ["#f00"], PaletteOnly = true }, Value.Of("#FF0000"))];

    [Theory]
    [InlineData("#2a5bd7", "#2A5BD7")]
    [InlineData("2A5BD7", "#2A5BD7")]
    [InlineData("#f00", "#FF0000")]
    [InlineData("＃２Ａ５ＢＤ７", "#2A5BD7")]
    public void Read_ColourInAnyNotation_IsWrittenOneWay(string input, string expected) => Assert.Equal(expected, Read(input).Value.AsText());

    [Theory]
    [InlineData("红")]
    [InlineData("#12")]
    [InlineData("#GGGGGG")]
    [InlineData("#2A5BD7;background:url(x)")]
    public void Read_Unreadable_IsRefused(string input) => Assert.Equal(["field.colour.unreadable"], Read(input).Codes);

    [Fact]
    public void Check_PaletteOnly_RefusesOthers() => Assert.Equal(["field.colour.not-in-palette"], Read("#00F", new ColourSettings { Palette = ["#f00"], PaletteOnly = true }).Codes);

    [Fact]
    public void CheckSettings_PaletteThatIsNone_IsReported()
    {
        Assert.Equal("settings.palette[1]", Assert.Single(CheckSettings(new ColourSettings { Palette = ["#f00", "red"] })).Path);
        Assert.Equal("field.colour.palette-empty", Assert.Single(CheckSettings(new ColourSettings { Palette = [], PaletteOnly = true })).Code);
    }
}
