using LowCodeErp.BuiltIns.Fields.Rating;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Rating;

public sealed class RatingFieldTests : FieldTypeSpecification<RatingField>
{
    protected override string ExpectedKey => "rating";

    protected override IReadOnlyList<FieldSample> Samples => [new(new RatingSettings(), Value.Of(1m)), new(new RatingSettings(), Value.Of(5m)), new(new RatingSettings { Maximum = 10 }, Value.Of(10m))];

    [Theory]
    [InlineData("4")]
    [InlineData("４")]
    [InlineData("4星")]
    [InlineData("4.0 分")]
    [InlineData("★★★★")]
    [InlineData("★★★★☆")]
    public void Read_Text_IsUnderstood(string input) => Assert.Equal(Value.Of(4m), Read(input).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("3.5")]
    [InlineData("-1")]
    [InlineData("好")]
    [InlineData("☆☆☆☆☆")]
    public void Read_OutOfRange_IsRefused(string input) => Assert.Equal(["field.rating.unreadable"], Read(input).Codes);

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public void CheckSettings_MaximumOutOfRange_IsReported(int maximum)
        => Assert.Equal("field.rating.maximum", Assert.Single(CheckSettings(new RatingSettings { Maximum = maximum })).Code);
}
