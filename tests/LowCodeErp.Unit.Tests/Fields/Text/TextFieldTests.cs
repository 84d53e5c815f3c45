using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Text;

public sealed class TextFieldTests : FieldTypeSpecification<TextField>
{
    protected override string ExpectedKey => "text";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new TextSettings(), Value.Of("华东区 重点客户")),
        new(new TextSettings { Multiline = true, MaximumLength = 4000 }, Value.Of("第一行\n第二行")),
    ];

    protected override string ExpectedMask(FieldSample sample) => sample.Value.AsText() switch
    {
        "华东区 重点客户" => "华**",
        "第一行\n第二行" => "第**",
        _ => "***",
    };

    [Theory]
    [InlineData("张三", "张**")]
    [InlineData("欧阳修远", "欧**")]
    [InlineData("张", "***")]
    [InlineData("\U00020BB7野家", "\U00020BB7**")]
    [InlineData("6222021234567890123", "6222****0123")]
    [InlineData("6222 0212 3456 7890", "6222****7890")]
    [InlineData("11010519491231002X", "1101****002X")]
    [InlineData("12345678901", "1**")]
    public void Mask_Value_RevealsWhatIdentifiesNobody(string text, string mask) => Assert.Equal(mask, Type.Mask(Value.Of(text), new TextSettings()));

    [Theory]
    [InlineData("  a b  ", "a b")]
    [InlineData("\u3000上海\u3000", "上海")]
    [InlineData("\ufeff编号", "编号")]
    [InlineData("一\r\n二", "一 二")]
    [InlineData("a\0b\u0007", "ab")]
    public void Read_SingleLine_IsCleaned(string input, string expected) => Assert.Equal(expected, Read(input).Value.AsText());

    [Fact]
    public void Read_Multiline_KeepsLineBreaksAsLf()
        => Assert.Equal("一\n二\n三", Read("一\r\n二\r三\n", new TextSettings { Multiline = true }).Value.AsText());

    [Fact]
    public void Read_BrokenSurrogate_IsReplacedSoThatEveryDatabaseTakesIt() => Assert.Equal("a\ufffdb", Read("a\ud800b").Value.AsText());

    [Fact]
    public void Read_NumberCell_IsItsDigits()
    {
        Assert.Equal("13800138000", Read(InputValue.Of(13800138000m)).Value.AsText());
        Assert.Equal("1.5", Read(InputValue.Of(1.50m)).Value.AsText());
    }

    [Fact]
    public void Read_DateCell_IsIso()
    {
        Assert.Equal("2026-03-05", Read(InputValue.Of(new DateTime(2026, 3, 5))).Value.AsText());
        Assert.Equal("2026-03-05 08:30:00", Read(InputValue.Of(new DateTime(2026, 3, 5, 8, 30, 0))).Value.AsText());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Check_Length_MayReachTheMaximum(int length, bool isAllowed)
    {
        var reading = Read(new string('字', length), new TextSettings { MaximumLength = 5 });

        Assert.Equal(isAllowed ? [] : ["field.text.too-long"], reading.Codes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4001)]
    public void CheckSettings_LengthOutOfRange_IsReported(int maximumLength)
        => Assert.Equal("settings.maximumLength", Assert.Single(CheckSettings(new TextSettings { MaximumLength = maximumLength })).Path);
}
