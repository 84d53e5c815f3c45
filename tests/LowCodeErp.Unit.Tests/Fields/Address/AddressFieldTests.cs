using LowCodeErp.BuiltIns.Fields.Address;
using LowCodeErp.BuiltIns.Fields.Division;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Address;

public sealed class AddressFieldTests : PartedFieldTypeSpecification<AddressField>
{
    private static readonly AddressSettings Full = new();
    private static readonly AddressSettings Region = new() { Depth = DivisionLevel.District, WithoutDetail = true };

    protected override string ExpectedKey => "address";

    protected override IReadOnlyList<(object Settings, string Text)> Texts =>
    [
        (Full, "广东省深圳市南山区科技园路1号"), (Full, "上海市浦东新区张江镇祖冲之路 887 号"), (Full, "海淀路甲 3 号"), (Region, "广东省深圳市南山区"),
    ];

    protected override FieldModel Compile(object settings) => PartedForm.Compile("address", settings);

    [Theory]
    [InlineData("广东省深圳市南山区科技园路1号", "44 4403 440305 - 科技园路1号")]
    [InlineData("广东深圳南山区粤海街道科技园路1号", "44 4403 440305 440305007 科技园路1号")]
    [InlineData("深圳市南山区 科技园路1号", "44 4403 440305 - 科技园路1号")]
    [InlineData("广东省/深圳市/南山区/科技园路1号", "44 4403 440305 - 科技园路1号")]
    [InlineData("广东省南山区科技园路1号", "44 4403 440305 - 科技园路1号")]
    [InlineData("上海市浦东新区世纪大道100号", "31 3101 310115 - 世纪大道100号")]
    [InlineData("北京 朝阳区 建国路1号", "11 1101 110105 - 建国路1号")]
    [InlineData("广东省东莞市松山湖", "44 4419 - - 松山湖")]
    [InlineData("香港特别行政区中西区皇后大道中1号", "81 8101 810101 - 皇后大道中1号")]
    [InlineData("上海路1号", "- - - - 上海路1号")]
    [InlineData("吉林大道", "- - - - 吉林大道")]
    [InlineData("1 Main Street", "- - - - 1 Main Street")]
    public void TakeApart_AddressAsPeopleWriteIt_IsPlacesAndDetail(string text, string expected)
        => Assert.Equal(expected, Describe(ReadParts(InputValue.Of(text), Full).Values));

    [Fact]
    public void TakeApart_NamesInColumnsOfTheirOwn_AreFoundWithinEachOther()
        => Assert.Equal("22 2201 220104 - 某路", Describe(ReadParts(
            InputValue.Blank, Full, InputValue.Of("吉林省"), InputValue.Of("长春"), InputValue.Of("朝阳区"), InputValue.Blank, InputValue.Of("某路")).Values));

    [Fact]
    public void TakeApart_DistrictAlone_BringsItsOwnersAlong()
        => Assert.Equal("44 4403 440305 - -", Describe(ReadParts(
            InputValue.Blank, Full, InputValue.Blank, InputValue.Blank, InputValue.Of("440305"), InputValue.Blank, InputValue.Blank).Values));

    [Fact]
    public void CheckParts_CityOfAnotherProvince_IsReportedAtTheCity()
    {
        var (_, diagnostics) = ReadParts(
            InputValue.Blank, Full, InputValue.Of("31"), InputValue.Of("4403"), InputValue.Blank, InputValue.Blank, InputValue.Blank);

        Assert.Equal(("field.address.elsewhere", "whole-city"), (Assert.Single(diagnostics).Code, diagnostics[0].Path));
    }

    [Fact]
    public void TakeApart_RegionWithMoreThanARegion_IsReported()
        => Assert.Equal("field.division.unknown", Assert.Single(ReadParts(InputValue.Of("广东省深圳市南山区科技园路1号"), Region).Diagnostics).Code);

    [Fact]
    public void Parts_OfARequiredAddress_AreRequiredButTheStreet()
        => Assert.Equal([true, true, true, false, true], PartedForm.Compile("address", Full, isRequired: true).Parts.Select(part => part.IsRequired));

    private static string Describe(IReadOnlyList<Value> values) => string.Join(' ', values.Select(value => value.AsText() ?? "-"));
}
