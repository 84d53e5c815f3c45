using LowCodeErp.BuiltIns.Fields.Email;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Email;

public sealed class EmailFieldTests : FieldTypeSpecification<EmailField>
{
    protected override string ExpectedKey => "email";

    protected override IReadOnlyList<FieldSample> Samples => [new(new EmailSettings(), Value.Of("zhang.san+erp@example.com.cn")), new(new EmailSettings(), Value.Of("张三@例子.公司"))];

    protected override string ExpectedMask(FieldSample sample) => sample.Value.AsText() switch
    {
        "zhang.san+erp@example.com.cn" => "z***@example.com.cn",
        "张三@例子.公司" => "***@例子.公司",
        _ => "***",
    };

    [Theory]
    [InlineData("zhang@example.com", "z***@example.com")]
    [InlineData("abc@example.com", "***@example.com")]
    [InlineData("a@b.cn", "***@b.cn")]
    public void Mask_Value_RevealsWhatIdentifiesNobody(string text, string mask) => Assert.Equal(mask, Type.Mask(Value.Of(text), new EmailSettings()));

    [Theory]
    [InlineData(" Zhang@Example.COM ", "Zhang@example.com")]
    [InlineData("ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ", "zhang@example.com")]
    [InlineData("mailto:a@b.cn", "a@b.cn")]
    public void Read_Address_IsWrittenOneWay(string input, string expected) => Assert.Equal(expected, Read(input).Value.AsText());

    [Theory]
    [InlineData("zhang")]
    [InlineData("zhang@")]
    [InlineData("@example.com")]
    [InlineData("zhang@example")]
    [InlineData("zhang@@example.com")]
    [InlineData("a@b.cn, c@d.cn")]
    [InlineData("zhang san@example.com")]
    [InlineData(".zhang@example.com")]
    [InlineData("zhang..san@example.com")]
    [InlineData("zhang@-example.com")]
    [InlineData("<script>@example.com")]
    [InlineData("张三 <zhang@example.com>")]
    public void Read_Unreadable_IsRefused(string input) => Assert.Equal(["field.email.unreadable"], Read(input).Codes);

    [Fact]
    public void Check_LongerThanMailAllows_IsReported()
        => Assert.Equal(["field.text.too-long"], Read("a@" + string.Concat(Enumerable.Repeat("abcdefghi.", 26)) + "com").Codes);
}
