using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.BuiltIns.Fields.Attachment;

/// <summary>Files of any kind, in the order in which they were added.</summary>
public sealed class AttachmentField : FieldType<AttachmentSettings>, IFileFieldType
{
    public override string Key => "attachment";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(AttachmentEditor), typeof(AttachmentCell));

    public override FieldShape GetShape(AttachmentSettings settings) => new FieldShape.List(new FieldShape.File());

    public FileRule GetRule(object settings)
    {
        var attachment = (AttachmentSettings)settings;
        return new() { MaximumBytes = attachment.MaximumMegabytes * FileSize.Megabyte, Kinds = attachment.Kinds };
    }

    public override void CheckSettings(AttachmentSettings settings, string path, DiagnosticBag diagnostics)
    {
        ListLimit.CheckSetting(settings.Maximum, path, diagnostics);
        FileIds.CheckSize(settings.MaximumMegabytes, path, diagnostics);
        if (settings.Kinds.Distinct().Count() < settings.Kinds.Count)
        {
            diagnostics.Add(FieldDiagnostics.KindRepeated($"{path}.kinds"));
        }
    }

    public override Value Read(InputValue input, AttachmentSettings settings, string path, DiagnosticBag diagnostics) => FileIds.Read(input, path, diagnostics);

    public override void Check(Value value, AttachmentSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.Check(value, settings.Maximum, path, diagnostics);

    public override string Format(Value value, AttachmentSettings settings, CultureInfo culture) => RecordId.Format(value);
}
