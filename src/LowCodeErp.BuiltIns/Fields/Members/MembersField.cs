using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Members;

/// <summary>Members of the workspace, each at most once, in the order in which they were chosen.</summary>
public sealed class MembersField : FieldType<MembersSettings>
{
    public override string Key => "members";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(MembersEditor), typeof(MembersCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(MembersSettings settings) => new FieldShape.List(new FieldShape.Member());

    public override void CheckSettings(MembersSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.CheckSetting(settings.Maximum, path, diagnostics);

    public override Value Read(InputValue input, MembersSettings settings, string path, DiagnosticBag diagnostics)
        => RecordId.ReadAll(input, item => diagnostics.Add(FieldDiagnostics.MemberNotFound(path, item)));

    public override void Check(Value value, MembersSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.Check(value, settings.Maximum, path, diagnostics);

    public override string Format(Value value, MembersSettings settings, CultureInfo culture) => RecordId.Format(value);
}
