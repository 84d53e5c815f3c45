using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Number;

public sealed class NumberFieldTests : FieldTypeSpecification<NumberField>
{
    protected override string ExpectedKey => "number";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new NumberSettings(), Value.Of(1234.5m)),
        new(new NumberSettings(), Value.Of(-0.05m)),
        new(new NumberSettings(), Value.Of(0m)),
        new(new NumberSettings { Decimals = 0, Minimum = 0, Maximum = 1_000_000_000_000_000 }, Value.Of(999_999_999_999_999m)),
        new(new NumberSettings { Decimals = 10 }, Value.Of(99_999.999_999_999_9m)),
    ];

    [Theory]
    [InlineData("5", "5")]
    [InlineData(" 1,234.5 ", "1234.5")]
    [InlineData("1234567.89", "1234567.89")]
    [InlineData("-12.30", "-12.3")]
    [InlineData("+7", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("007", "7")]
    [InlineData("(5)", "-5")]
    [InlineData("(1,000.25)", "-1000.25")]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("－５", "-5")]
    [InlineData("（５）", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("-0", "0")]
    public void Read_NumberInAnyNotation_IsRead(string input, string expected)
    {
        var reading = Read(input);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), reading.Value.AsNumber());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1,23")]
    [InlineData("1234,567")]
    [InlineData("1.234.567")]
    [InlineData("1.234,5")]
    [InlineData("--5")]
    [InlineData("(5")]
    [InlineData("5)")]
    [InlineData("(-5)")]
    [InlineData("1E+11")]
    [InlineData("5 万")]
    [InlineData("1 234")]
    [InlineData(".")]
    [InlineData("٣")]
    public void Read_Unreadable_SaysWhatWasTypedAndHowToMendIt(string input)
    {
        var reading = Read(input);

        var diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal("field.number.unreadable", diagnostic.Code);
        Assert.Contains(input, diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.True(reading.Value.IsBlank);
    }

    [Theory]
    [InlineData("12%")]
    [InlineData("１２％")]
    public void Read_Percentage_IsRefusedWithTheFractionAsRemedy(string input)
    {
        var diagnostic = Assert.Single(Read(input).Diagnostics);

        Assert.Equal("field.number.percentage", diagnostic.Code);
        Assert.Contains("0.12", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("2.345", "2.35")]
    [InlineData("-2.345", "-2.35")]
    [InlineData("2.344999", "2.34")]
    public void Read_MoreDecimalsThanTheScale_IsRoundedHalfAwayFromZero(string input, string expected)
    {
        var number = decimal.Parse(input, CultureInfo.InvariantCulture);

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Read(input).Value.AsNumber());
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Read(InputValue.Of(number)).Value.AsNumber());
    }

    [Theory]
    [InlineData("9999999999999.99", true)]
    [InlineData("9999999999999.995", false)]
    [InlineData("10000000000000", false)]
    [InlineData("-10000000000000", false)]
    [InlineData("99999999999999999999999999999999999999", false)]
    public void Read_MoreThan15Digits_IsRefused(string input, bool isAllowed)
        => Assert.Equal(isAllowed ? [] : ["field.number.too-long"], Read(input).Codes);

    [Fact]
    public void Read_BooleanOrDate_IsUnreadable()
    {
        Assert.Equal(["field.number.unreadable"], Read(InputValue.Of(true)).Codes);
        Assert.Equal(["field.number.unreadable"], Read(InputValue.Of(new DateTime(2026, 3, 5))).Codes);
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("10", "")]
    [InlineData("0.99", "field.number.too-small")]
    [InlineData("10.01", "field.number.too-large")]
    public void Check_Range_IncludesItsLimits(string input, string code)
        => Assert.Equal(code, string.Concat(Read(input, new NumberSettings { Minimum = 1, Maximum = 10 }).Codes));

    [Theory]
    [InlineData(0, "1,235")]
    [InlineData(2, "1,234.50")]
    public void Format_Number_HasSeparatorsAndFixedDecimals(int decimals, string expected)
        => Assert.Equal(expected, Type.Format(Value.Of(1234.5m), new NumberSettings { Decimals = decimals }, CultureInfo.GetCultureInfo("de-DE")));

    [Fact]
    public void CheckSettings_Contradictions_AreAllReported()
        => Assert.Equal(
            ["settings.decimals", "settings.minimum"],
            CheckSettings(new NumberSettings { Decimals = 11, Minimum = 2, Maximum = 1 }).Select(diagnostic => diagnostic.Path));
}
