using LowCodeErp.BuiltIns.Fields.Department;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Department;

public sealed class DepartmentFieldTests : FieldTypeSpecification<DepartmentField>
{
    protected override string ExpectedKey => "department";

    protected override IReadOnlyList<FieldSample> Samples => [new(new DepartmentSettings(), Value.OfReference(7), IsReadFromText: false)];

    [Fact]
    public void GetShape_Always_IsADepartment() => Assert.IsType<FieldShape.Department>(Type.GetShape(new DepartmentSettings()));

    [Fact]
    public void Read_TextThatNamesNobody_IsRefused() => Assert.Equal(["field.department.not-found"], Read("无此部门").Codes);
}
