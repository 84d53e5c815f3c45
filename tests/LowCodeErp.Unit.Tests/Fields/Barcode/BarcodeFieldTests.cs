using LowCodeErp.BuiltIns.Fields.Barcode;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Barcode;

public sealed class BarcodeFieldTests : FieldTypeSpecification<BarcodeField>
{
    private static readonly BarcodeSettings Article = new() { Symbology = Symbology.Ean13 };

    protected override string ExpectedKey => "barcode";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new BarcodeSettings(), Value.Of("SN-2026/0001 A")),
        new(Article, Value.Of("6901234567892")),
        new(new BarcodeSettings { Symbology = Symbology.Qr }, Value.Of("https://example.com/设备/1")),
    ];

    [Theory]
    [InlineData("6901234567892")]
    [InlineData("690 1234 567892")]
    [InlineData("６９０１２３４５６７８９２")]
    public void Read_ArticleNumber_IsItsDigits(string input) => Assert.Equal("6901234567892", Read(input, Article).Value.AsText());

    [Theory]
    [InlineData("6901234567893", "field.barcode.check-digit")]
    [InlineData("690123456789", "field.barcode.article-number")]
    [InlineData("69012345678AB", "field.barcode.article-number")]
    [InlineData("69012345678922", "field.barcode.article-number")]
    public void Check_ArticleNumber_NeedsItsDigits(string input, string code) => Assert.Equal([code], Read(input, Article).Codes);

    [Fact]
    public void Check_WrongCheckDigit_NamesTheRightOne() => Assert.Contains("应为 2", Read("6901234567893", Article).Diagnostics[0].Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void Check_BarsForChinese_AreRefusedWithTheirPlace()
    {
        var diagnostic = Assert.Single(Read("AB设备").Diagnostics);

        Assert.Equal("field.barcode.character", diagnostic.Code);
        Assert.Contains("第 3 个", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TooLong_IsReported()
    {
        Assert.Equal(["field.text.too-long"], Read(new string('A', 49)).Codes);
        Assert.Equal(["field.text.too-long"], Read(new string('码', 501), new BarcodeSettings { Symbology = Symbology.Qr }).Codes);
    }
}
