using LowCodeErp.BuiltIns.Fields.Phone;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Phone;

public sealed class PhoneFieldTests : FieldTypeSpecification<PhoneField>
{
    protected override string ExpectedKey => "phone";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new PhoneSettings(), Value.Of("010-62345678-801")),
        new(new PhoneSettings { MobileOnly = true }, Value.Of("13800138000")),
        new(new PhoneSettings(), Value.Of("+14155552671")),
        new(new PhoneSettings(), Value.Of("400-800-8820")),
    ];

    protected override string ExpectedMask(FieldSample sample) => sample.Value.AsText() switch
    {
        "010-62345678-801" => "010****-801",
        "13800138000" => "138****8000",
        "+14155552671" => "+14****2671",
        "400-800-8820" => "400****8820",
        _ => "***",
    };

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("0512-6512345", "051****2345")]
    [InlineData("62345678", "***")]
    [InlineData("95588", "***")]
    public void Mask_Value_RevealsWhatIdentifiesNobody(string text, string mask) => Assert.Equal(mask, Type.Mask(Value.Of(text), new PhoneSettings()));

    [Theory]
    [InlineData("138 0013 8000", "13800138000")]
    [InlineData("138-0013-8000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("+86 13800138000", "13800138000")]
    [InlineData("0086-138-0013-8000", "13800138000")]
    [InlineData("(86) 13800138000", null)]
    [InlineData("010-62345678", "010-62345678")]
    [InlineData("01062345678", "010-62345678")]
    [InlineData("（010）6234 5678", "010-62345678")]
    [InlineData("+86 10 6234 5678", "010-62345678")]
    [InlineData("+86 21 62345678 转 801", "021-62345678-801")]
    [InlineData("0512—65123456", "0512-65123456")]
    [InlineData("05126512345", "0512-6512345")]
    [InlineData("010-62345678-801", "010-62345678-801")]
    [InlineData("010-62345678转801", "010-62345678-801")]
    [InlineData("010-62345678 分机 801", "010-62345678-801")]
    [InlineData("010-62345678 ext. 801", "010-62345678-801")]
    [InlineData("4008008820", "400-800-8820")]
    [InlineData("62345678", "62345678")]
    [InlineData("95588", "95588")]
    [InlineData("10086", "10086")]
    [InlineData("+1 (415) 555-2671", "+14155552671")]
    [InlineData("001 415 555 2671", "+14155552671")]
    [InlineData("+852 2345 6789", "+85223456789")]
    public void Read_NumberInAnyNotation_IsOne(string input, string? expected) => Assert.Equal(expected, Read(input).Value.AsText());

    [Fact]
    public void Read_NumberCell_IsItsDigits() => Assert.Equal("13800138000", Read(InputValue.Of(13800138000m)).Value.AsText());

    [Theory]
    [InlineData("1380013800", "10")]
    [InlineData("138001380001", "12")]
    public void Read_MobileOfOtherLength_SaysHowManyDigitsItHas(string input, string digits)
    {
        var diagnostic = Assert.Single(Read(input).Diagnostics);

        Assert.Equal("field.phone.mobile-length", diagnostic.Code);
        Assert.Contains(digits, diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张三 13800138000")]
    [InlineData("无")]
    [InlineData("123")]
    [InlineData("010-1234567")]
    [InlineData("13800138000/13900139000")]
    [InlineData("+1234567890123456")]
    public void Read_Unreadable_IsRefused(string input) => Assert.Single(Read(input).Diagnostics);

    [Fact]
    public void Check_MobileOnly_RefusesOthers() => Assert.Equal(["field.phone.no-mobile"], Read("010-62345678", new PhoneSettings { MobileOnly = true }).Codes);
}
