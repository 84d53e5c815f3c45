using LowCodeErp.BuiltIns.Fields.AutoNumber;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.AutoNumber;

public sealed class AutoNumberFieldTests : FieldTypeSpecification<AutoNumberField>
{
    protected override string ExpectedKey => "auto-number";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new AutoNumberSettings(), Value.Of("20260305-0001")),
        new(new AutoNumberSettings { Pattern = "C{yyyy}{MM}-{0000}" }, Value.Of("OLD-77")),
    ];

    [Theory]
    [InlineData("C{yyyy}{MM}-{0000}", 7, "C202603-0007", "202603")]
    [InlineData("{yy}{MM}{dd}{000}", 12, "260305012", "260305")]
    [InlineData("订单-{yyyy}-{0}", 3, "订单-2026-3", "2026")]
    [InlineData("P{00000}", 42, "P00042", "")]
    [InlineData("P{00}", 1234, "P1234", "")]
    public void Numbering_OfPattern_FormatsAndNamesThePeriod(string pattern, long number, string expected, string period)
    {
        var numbering = Type.GetNumbering(new AutoNumberSettings { Pattern = pattern })!;

        Assert.Equal(expected, numbering.Format(new(2026, 3, 5), number));
        Assert.Equal(period, numbering.Period(new(2026, 3, 5)));
        Assert.Empty(CheckSettings(new AutoNumberSettings { Pattern = pattern }));
    }

    [Theory]
    [InlineData("C{yyyy}", "field.auto-number.counter")]
    [InlineData("", "field.auto-number.counter")]
    [InlineData("{00}-{00}", "field.auto-number.counter")]
    [InlineData("{MM}-{000}", "field.auto-number.repeats")]
    [InlineData("{yyyy}{dd}-{000}", "field.auto-number.repeats")]
    [InlineData("{week}-{000}", "field.auto-number.part")]
    [InlineData("C}{000}", "field.auto-number.part")]
    [InlineData("C{000}{", "field.auto-number.part")]
    [InlineData("00000000000000000000000000000000000000000{0}", "field.auto-number.too-long")]
    public void CheckSettings_WrongPattern_IsReported(string pattern, string code)
        => Assert.Equal(code, Assert.Single(CheckSettings(new AutoNumberSettings { Pattern = pattern })).Code);

    [Fact]
    public void Read_GivenNumber_IsKept() => Assert.Equal("A-17", Read(" A-17 ").Value.AsText());

    [Fact]
    public void Read_NumberCell_IsItsDigits() => Assert.Equal("20260001", Read(InputValue.Of(20260001m)).Value.AsText());

    [Fact]
    public void Check_TooLong_IsReported() => Assert.Equal(["field.text.too-long"], Read(new string('9', 51)).Codes);
}
