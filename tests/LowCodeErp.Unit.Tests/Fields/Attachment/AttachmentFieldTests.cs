using LowCodeErp.BuiltIns.Fields.Attachment;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Attachment;

public sealed class AttachmentFieldTests : FieldTypeSpecification<AttachmentField>
{
    protected override string ExpectedKey => "attachment";

    protected override IReadOnlyList<FieldSample> Samples => [new(new AttachmentSettings { Kinds = [FileKind.Pdf], Maximum = 2, MaximumMegabytes = 5 }, Value.OfIds([7, 3]), IsReadFromText: false)];

    [Fact]
    public void Read_Text_BringsNoFileAndSaysSoOnce() => Assert.Equal(["file.from-text"], Read("报价.pdf、合同.pdf").Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetShape_Always_IsAListOfFiles() => Assert.Equal(new FieldShape.List(new FieldShape.File()), Type.GetShape(new AttachmentSettings()));

    [Fact]
    public void Settings_ThatContradictThemselves_AreReported()
    {
        Assert.Equal(["field.file.size-setting"], CheckSettings(new AttachmentSettings { MaximumMegabytes = 0 }).Select(item => item.Code));
        Assert.Equal(["field.file.size-setting"], CheckSettings(new AttachmentSettings { MaximumMegabytes = 5_000 }).Select(item => item.Code));
        Assert.Equal(["field.attachment.kind-repeated"], CheckSettings(new AttachmentSettings { Kinds = [FileKind.Pdf, FileKind.Pdf] }).Select(item => item.Code));
    }

    [Fact]
    public void Read_MoreThanTheMaximum_IsReported()
        => Assert.Equal(["field.list.too-many"], Read(InputValue.Of([InputValue.Of(1m), InputValue.Of(2m)]), new AttachmentSettings { Maximum = 1 }).Diagnostics.Select(item => item.Code));

    [Fact]
    public void GetRule_Always_IsWhatTheSettingsSay()
    {
        var rule = ((IFileFieldType)Type).GetRule(new AttachmentSettings { MaximumMegabytes = 2, Kinds = [FileKind.Pdf] });

        Assert.Equal((2 * 1024 * 1024, false), (rule.MaximumBytes, rule.OnlyImages));
        Assert.Equal([FileKind.Pdf], rule.Kinds);
    }
}
