using LowCodeErp.BuiltIns.Fields.Signature;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Signature;

public sealed class SignatureFieldTests : FieldTypeSpecification<SignatureField>
{
    protected override string ExpectedKey => "signature";

    protected override IReadOnlyList<FieldSample> Samples => [new(new SignatureSettings(), Value.OfIds([7]), IsReadFromText: false)];

    [Fact]
    public void Read_Text_BringsNoFileAndSaysSoOnce() => Assert.Equal(["file.from-text"], Read("报价.pdf、合同.pdf").Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetShape_Always_IsAListOfFiles() => Assert.Equal(new FieldShape.List(new FieldShape.File()), Type.GetShape(new SignatureSettings()));

    [Fact]
    public void Read_TwoSignatures_IsReported()
        => Assert.Equal(["field.list.too-many"], Read(InputValue.Of([InputValue.Of(1m), InputValue.Of(2m)])).Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetRule_Always_TakesASmallImage() => Assert.True(((IFileFieldType)Type).GetRule(new SignatureSettings()) is { OnlyImages: true, MaximumBytes: <= FileSize.Megabyte });
}
