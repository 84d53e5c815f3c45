using LowCodeErp.BuiltIns.Fields.Member;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Member;

public sealed class MemberFieldTests : FieldTypeSpecification<MemberField>
{
    protected override string ExpectedKey => "member";

    protected override IReadOnlyList<FieldSample> Samples => [new(new MemberSettings(), Value.OfReference(4), IsReadFromText: false)];

    [Fact]
    public void Read_TextThatIsLeftAfterLookUp_NamesNoMember() => Assert.Equal(["field.member.not-found"], Read("张三").Codes);

    [Fact]
    public void GetShape_Always_IsAMember() => Assert.IsType<FieldShape.Member>(Type.GetShape(new MemberSettings()));
}
