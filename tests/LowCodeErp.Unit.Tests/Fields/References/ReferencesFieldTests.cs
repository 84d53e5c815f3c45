using LowCodeErp.BuiltIns.Fields.References;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.References;

public sealed class ReferencesFieldTests : FieldTypeSpecification<ReferencesField>
{
    private static readonly ReferencesSettings Settings = new() { Form = "customer" };

    protected override string ExpectedKey => "references";

    protected override IReadOnlyList<FieldSample> Samples => [new(Settings, Value.OfIds([7, 3]), IsReadFromText: false)];

    [Fact]
    public void Read_RepeatedIds_KeepsEachOnceInOrder()
        => Assert.Equal(Value.OfIds([7, 3]), Read(InputValue.Of([InputValue.Of(7m), InputValue.Of(3m), InputValue.Of(7m)])).Value);

    [Fact]
    public void Read_NamesThatTheEngineDidNotFind_AreReportedEach()
        => Assert.Equal(["field.reference.not-found", "field.reference.not-found"], Read("甲、乙").Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetShape_WithForm_IsAListOfReferencesToIt()
        => Assert.Equal(new FieldShape.List(new FieldShape.Reference("customer")), Type.GetShape(Settings));

    [Fact]
    public void CheckSettings_WithoutForm_IsRefused() => Assert.Equal("field.reference.no-form", Assert.Single(CheckSettings(new ReferencesSettings())).Code);
}
