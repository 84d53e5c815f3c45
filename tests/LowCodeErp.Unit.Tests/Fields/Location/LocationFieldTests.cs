using LowCodeErp.BuiltIns.Fields.Location;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Location;

public sealed class LocationFieldTests : PartedFieldTypeSpecification<LocationField>
{
    private static readonly LocationSettings Plain = new();

    private static readonly LocationSettings Mapped = new() { MapUrl = "https://map.example.com/?at={latitude},{longitude}" };

    protected override string ExpectedKey => "location";

    protected override IReadOnlyList<(object Settings, string Text)> Texts
        => [(Plain, "31.230400° N, 121.473700° E"), (Mapped, "33.868800° S, 151.209300° E"), (Plain, "0.000000° N, 0.000000° E")];

    protected override FieldModel Compile(object settings) => PartedForm.Compile("location", settings);

    [Theory]
    [InlineData("121.4737,31.2304")]
    [InlineData("31.2304, 121.4737")]
    [InlineData("121.4737 31.2304")]
    [InlineData("（１２１．４７３７，３１．２３０４）")]
    [InlineData("北纬31.2304° 东经121.4737°")]
    [InlineData("东经121.4737度、北纬31.2304度")]
    [InlineData("31.2304N 121.4737E")]
    [InlineData("E121.4737, N31.2304")]
    [InlineData("31°13′49.44″N 121°28′25.32″E")]
    [InlineData("北纬31度13分49.44秒 东经121度28分25.32秒")]
    public void TakeApart_AnyNotation_IsBothFigures(string text)
    {
        var (values, diagnostics) = ReadParts(InputValue.Of(text), Plain);

        Assert.Empty(diagnostics);
        Assert.Equal([121.4737m, 31.2304m], values.Select(value => value.AsNumber()));
    }

    [Theory]
    [InlineData("外滩", "field.location.unreadable")]
    [InlineData("121.4737", "field.location.unreadable")]
    [InlineData("85.5, 31.2", "field.location.ambiguous")]
    [InlineData("31N 30N", "field.location.ambiguous")]
    public void TakeApart_NoPoint_IsReportedAtTheField(string text, string code)
    {
        var diagnostic = Assert.Single(ReadParts(InputValue.Of(text), Plain).Diagnostics);
        Assert.Equal((code, "whole"), (diagnostic.Code, diagnostic.Path));
    }

    [Fact]
    public void CheckParts_OneFigureMissing_IsReportedThere()
    {
        var diagnostic = Assert.Single(ReadParts(InputValue.Blank, Plain, InputValue.Of(121.5m), InputValue.Blank).Diagnostics);
        Assert.Equal(("field.location.incomplete", "whole-latitude"), (diagnostic.Code, diagnostic.Path));
    }

    [Theory]
    [InlineData("whole-longitude", "180", true)]
    [InlineData("whole-longitude", "-180.000001", false)]
    [InlineData("whole-latitude", "-90", true)]
    [InlineData("whole-latitude", "90.000001", false)]
    public void Parts_OutsideTheEarth_AreRefused(string key, string text, bool isAllowed)
    {
        var part = Compile(Plain).Parts.Single(part => part.Key == key);
        var diagnostics = new Core.Diagnostics.DiagnosticBag();

        part.Type.Check(part.Type.Read(InputValue.Of(text), part.Settings, key, diagnostics), part.Settings, key, diagnostics);

        Assert.Equal(isAllowed, diagnostics.Items.Count == 0);
    }

    [Theory]
    [InlineData("javascript:alert({longitude},{latitude})")]
    [InlineData("https://map.example.com/?at={latitude}")]
    [InlineData("map")]
    public void CheckSettings_MapThatIsNone_IsReported(string address)
        => Assert.Equal("field.location.map-url", Assert.Single(CheckSettings(new LocationSettings { MapUrl = address })).Code);
}
