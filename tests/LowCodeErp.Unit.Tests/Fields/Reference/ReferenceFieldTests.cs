using LowCodeErp.BuiltIns.Fields.Reference;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Reference;

public sealed class ReferenceFieldTests : FieldTypeSpecification<ReferenceField>
{
    private static readonly ReferenceSettings ToCustomer = new() { Form = "customer" };

    protected override string ExpectedKey => "reference";

    protected override IReadOnlyList<FieldSample> Samples => [new(ToCustomer, Value.OfReference(17), IsReadFromText: false)];

    [Fact]
    public void Read_TextThatIsLeftAfterLookUp_NamesNoRecord()
    {
        var diagnostic = Assert.Single(Read("上海某某公司", ToCustomer).Diagnostics);

        Assert.Equal("field.reference.not-found", diagnostic.Code);
        Assert.Contains("上海某某公司", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1.5)]
    public void Read_NumberThatIsNoId_IsRefused(decimal number) => Assert.Equal(["field.reference.not-found"], Read(InputValue.Of(number), ToCustomer).Codes);

    [Fact]
    public void GetShape_WithForm_PointsToIt() => Assert.Equal(new FieldShape.Reference("customer"), Type.GetShape(ToCustomer));

    [Fact]
    public void CheckSettings_WithoutForm_IsReported()
        => Assert.Equal("settings.form", Assert.Single(CheckSettings(new ReferenceSettings())).Path);
}
