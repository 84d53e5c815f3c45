using LowCodeErp.BuiltIns.Fields.YesNo;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.YesNo;

public sealed class YesNoFieldTests : FieldTypeSpecification<YesNoField>
{
    private static readonly YesNoSettings Paid = new() { Style = YesNoStyle.Switch, Yes = new("已付款", "Paid"), No = new("未付款", "Open") };

    protected override string ExpectedKey => "yes-no";

    protected override IReadOnlyList<FieldSample> Samples => [new(new YesNoSettings(), Value.Of(true)), new(new YesNoSettings(), Value.Of(false)), new(Paid, Value.Of(true)), new(Paid, Value.Of(false))];

    [Theory]
    [InlineData("是", true)]
    [InlineData("Yes", true)]
    [InlineData("TRUE", true)]
    [InlineData("１", true)]
    [InlineData("√", true)]
    [InlineData("否", false)]
    [InlineData("no", false)]
    [InlineData("False", false)]
    [InlineData("×", false)]
    public void Read_Text_IsUnderstood(string input, bool expected) => Assert.Equal(Value.Of(expected), Read(input).Value);

    [Fact]
    public void Read_NumberCell_IsOneOrZero()
    {
        Assert.Equal(Value.Of(true), Read(InputValue.Of(1m)).Value);
        Assert.Equal(Value.Of(false), Read(InputValue.Of(0m)).Value);
        Assert.Equal(["field.yes-no.unreadable"], Read(InputValue.Of(2m)).Codes);
    }

    [Fact]
    public void Read_LabelsOfTheAuthor_ComeFirst()
    {
        var reversed = new YesNoSettings { Yes = new("否", "No fault"), No = new("是", "Fault") };

        Assert.Equal(Value.Of(true), Read("否", reversed).Value);
        Assert.Equal(Value.Of(true), Read("已付款", Paid).Value);
        Assert.Equal(Value.Of(false), Read("open", Paid).Value);
    }

    [Fact]
    public void Read_Unknown_NamesTheAnswers()
    {
        var diagnostic = Assert.Single(Read("也许", Paid).Diagnostics);

        Assert.Equal("field.yes-no.unreadable", diagnostic.Code);
        Assert.Contains("未付款", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckSettings_SameLabels_AreReported()
        => Assert.Equal("field.yes-no.labels", Assert.Single(CheckSettings(new YesNoSettings { Yes = new("好"), No = new("好") })).Code);
}
