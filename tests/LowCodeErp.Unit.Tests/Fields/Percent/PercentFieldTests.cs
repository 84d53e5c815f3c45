using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Percent;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Percent;

public sealed class PercentFieldTests : FieldTypeSpecification<PercentField>
{
    protected override string ExpectedKey => "percent";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new PercentSettings(), Value.Of(0.15m)),
        new(new PercentSettings(), Value.Of(-12.3456m)),
        new(new PercentSettings { Decimals = 0, Minimum = 0, Maximum = 1 }, Value.Of(1m)),
        new(new PercentSettings { Decimals = 8 }, Value.Of(0.0000000001m)),
    ];

    [Theory]
    [InlineData("15%", "0.15")]
    [InlineData("15", "0.15")]
    [InlineData("１５．５％", "0.155")]
    [InlineData(" 15 % ", "0.15")]
    [InlineData("-3%", "-0.03")]
    [InlineData("(3%)", null)]
    [InlineData("1,234%", "12.34")]
    [InlineData("0.125%", "0.0013")]
    public void Read_Text_IsWhatPeopleSee(string input, string? expected)
        => Assert.Equal(expected is null ? Value.Blank(ValueKind.Number) : Value.Of(decimal.Parse(expected, CultureInfo.InvariantCulture)), Read(input).Value);

    [Fact]
    public void Read_NumberCell_IsAFraction() => Assert.Equal(Value.Of(0.15m), Read(InputValue.Of(0.15m)).Value);

    [Theory]
    [InlineData("一成", "field.percent.unreadable")]
    [InlineData("15%%x", "field.percent.unreadable")]
    [InlineData("99999999999999999", "field.number.too-long")]
    public void Read_Unreadable_IsRefused(string input, string code) => Assert.Equal([code], Read(input).Codes);

    [Theory]
    [InlineData("-1%", "field.percent.too-small")]
    [InlineData("101%", "field.percent.too-large")]
    public void Check_OutOfRange_NamesTheLimitAsAPercentage(string input, string code)
    {
        var diagnostic = Assert.Single(Read(input, new PercentSettings { Minimum = 0, Maximum = 1 }).Diagnostics);

        Assert.Equal(code, diagnostic.Code);
        Assert.Contains("%", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public void CheckSettings_DecimalsOutOfRange_AreReported(int decimals)
        => Assert.Equal("settings.decimals", Assert.Single(CheckSettings(new PercentSettings { Decimals = decimals })).Path);
}
