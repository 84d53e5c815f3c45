using LowCodeErp.BuiltIns.Fields.Division;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Division;

public sealed class DivisionFieldTests : FieldTypeSpecification<DivisionField>
{
    private static readonly DivisionSettings City = new() { Level = DivisionLevel.City };
    private static readonly DivisionSettings District = new() { Level = DivisionLevel.District };

    protected override string ExpectedKey => "division";

    protected override IReadOnlyList<FieldSample> Samples => [new(new DivisionSettings(), Value.Of("44")), new(City, Value.Of("4403")), new(District, Value.Of("310115"))];

    [Theory]
    [InlineData("广东省", "44")]
    [InlineData("广东", "44")]
    [InlineData("内蒙古", "15")]
    [InlineData("44", "44")]
    [InlineData("台湾省", "71")]
    public void Read_NameOrCode_IsTheCode(string text, string code) => Assert.Equal(code, Read(text).Value.AsText());

    [Theory]
    [InlineData("朝阳区")]
    [InlineData("4403")]
    [InlineData("火星区")]
    public void Read_AmbiguousOtherLevelOrUnknown_IsReported(string text)
        => Assert.Equal("field.division.unknown", Assert.Single(Read(text, District).Diagnostics).Code);

    [Fact]
    public void FindByText_PartOfAName_IsEveryPlaceOfTheLevel()
    {
        var found = Type.FindByText("朝阳", District)!.Select(value => value.AsText()).ToList();

        Assert.Contains("110105", found);
        Assert.Contains("220104", found);
        Assert.All(found, code => Assert.Equal(6, code!.Length));
    }

    [Fact]
    public void GetOptions_OnlyOfProvinces_IsAList()
    {
        Assert.Equal(34, Type.GetOptions(new DivisionSettings())!.Count);
        Assert.Null(Type.GetOptions(City));
    }
}
