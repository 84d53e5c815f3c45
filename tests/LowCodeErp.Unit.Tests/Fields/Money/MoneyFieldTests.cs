using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Money;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Money;

public sealed class MoneyFieldTests : FieldTypeSpecification<MoneyField>
{
    protected override string ExpectedKey => "money";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new MoneySettings(), Value.Of(1_234_567.89m)),
        new(new MoneySettings(), Value.Of(-5m)),
        new(new MoneySettings { Currency = "USD" }, Value.Of(-1000.5m)),
        new(new MoneySettings { Currency = "JPY", Decimals = 0 }, Value.Of(1200m)),
        new(new MoneySettings { Currency = "CHF", Minimum = 0, Maximum = 10 }, Value.Of(10m)),
    ];

    [Theory]
    [InlineData("¥1,234.50", "1234.5")]
    [InlineData("￥１，２３４．５０", "1234.5")]
    [InlineData("¥ 5", "5")]
    [InlineData("-¥5", "-5")]
    [InlineData("¥-5", "-5")]
    [InlineData("(¥5)", "-5")]
    [InlineData("CNY 5", "5")]
    [InlineData("rmb5", "5")]
    [InlineData("1,000元", "1000")]
    [InlineData("1000 人民币", "1000")]
    [InlineData("-1,000.00", "-1000")]
    public void Read_AmountInTheCurrency_IsRead(string input, string expected)
    {
        var reading = Read(input);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), reading.Value.AsNumber());
    }

    [Theory]
    [InlineData("$5")]
    [InlineData("USD 5")]
    [InlineData("HK$5")]
    [InlineData("5 美元")]
    [InlineData("€5.00")]
    public void Read_AmountInAnotherCurrency_IsRefused(string input)
    {
        var diagnostic = Assert.Single(Read(input).Diagnostics);

        Assert.Equal("field.money.other-currency", diagnostic.Code);
        Assert.Contains("CNY", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5万元")]
    [InlineData("¥")]
    [InlineData("abc5")]
    [InlineData("¥1,23")]
    [InlineData("¥¥5")]
    [InlineData("(¥5")]
    public void Read_Unreadable_IsRefused(string input) => Assert.Equal(["field.number.unreadable"], Read(input).Codes);

    [Theory]
    [InlineData("CNY", "1234567.5", "¥1,234,567.50")]
    [InlineData("CNY", "-5", "-¥5.00")]
    [InlineData("USD", "5", "USD 5.00")]
    public void Format_Amount_NamesItsCurrency(string currency, string amount, string expected)
        => Assert.Equal(expected, Type.Format(Value.Of(decimal.Parse(amount, CultureInfo.InvariantCulture)), new MoneySettings { Currency = currency }, CultureInfo.GetCultureInfo("zh-CN")));

    [Theory]
    [InlineData("-0.01", "field.number.too-small")]
    [InlineData("100.01", "field.number.too-large")]
    public void Check_OutOfRange_IsReported(string input, string code)
        => Assert.Equal([code], Read(input, new MoneySettings { Minimum = 0, Maximum = 100 }).Codes);

    [Theory]
    [InlineData("")]
    [InlineData("cny")]
    [InlineData("人民币")]
    public void CheckSettings_CurrencyThatIsNoCode_IsReported(string currency)
        => Assert.Equal("field.money.currency-code", Assert.Single(CheckSettings(new MoneySettings { Currency = currency })).Code);
}
