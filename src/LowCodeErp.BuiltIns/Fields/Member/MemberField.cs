using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Member;

/// <summary>A member of the workspace: an owner, a sales person.</summary>
public sealed class MemberField : FieldType<MemberSettings>
{
    public override string Key => "member";

    public override ValueKind ValueKind => ValueKind.Reference;

    public override FieldComponents Components { get; } = new(typeof(MemberEditor), typeof(MemberCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(MemberSettings settings) => new FieldShape.Member();

    public override Value Read(InputValue input, MemberSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (!RecordId.TryRead(input, out var value))
        {
            diagnostics.Add(FieldDiagnostics.MemberNotFound(path, input));
        }

        return value;
    }

    public override string Format(Value value, MemberSettings settings, CultureInfo culture) => RecordId.Format(value);
}
