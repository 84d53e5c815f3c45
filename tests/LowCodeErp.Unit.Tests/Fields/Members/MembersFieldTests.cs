using LowCodeErp.BuiltIns.Fields.Members;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Members;

public sealed class MembersFieldTests : FieldTypeSpecification<MembersField>
{
    private static readonly MembersSettings Settings = new();

    protected override string ExpectedKey => "members";

    protected override IReadOnlyList<FieldSample> Samples => [new(Settings, Value.OfIds([7, 3]), IsReadFromText: false)];

    [Fact]
    public void Read_RepeatedIds_KeepsEachOnceInOrder()
        => Assert.Equal(Value.OfIds([7, 3]), Read(InputValue.Of([InputValue.Of(7m), InputValue.Of(3m), InputValue.Of(7m)])).Value);

    [Fact]
    public void Read_NamesThatTheEngineDidNotFind_AreReportedEach()
        => Assert.Equal(["field.member.not-found", "field.member.not-found"], Read("甲、乙").Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetShape_Always_IsAListOfMembers() => Assert.Equal(new FieldShape.List(new FieldShape.Member()), Type.GetShape(Settings));
}
