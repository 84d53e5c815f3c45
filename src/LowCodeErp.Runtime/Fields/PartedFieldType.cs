using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Runtime.Fields;

/// <summary>Base of every field type whose value is several fields: a range of days, an address.</summary>
public abstract class PartedFieldType<TSettings> : FieldType<TSettings>, IPartedFieldType where TSettings : class, new()
{
    public sealed override ValueKind ValueKind => ValueKind.Parts;

    public abstract IReadOnlyList<FieldDefinition> GetParts(TSettings settings);

    public abstract IReadOnlyList<InputValue> TakeApart(
        InputValue whole, IReadOnlyList<InputValue> parts, TSettings settings, string path, DiagnosticBag diagnostics);

    public abstract void CheckParts(IReadOnlyList<Value> parts, TSettings settings, string path, DiagnosticBag diagnostics);

    public abstract string FormatParts(IReadOnlyList<Value> parts, TSettings settings, CultureInfo culture);

    public sealed override FieldShape GetShape(TSettings settings) => new FieldShape.Parts(GetParts(settings));

    /// <summary>There is no value of all parts; what cannot be taken apart is reported.</summary>
    public sealed override Value Read(InputValue input, TSettings settings, string path, DiagnosticBag diagnostics)
    {
        TakeApart(input, [.. GetParts(settings).Select(_ => InputValue.Blank)], settings, path, diagnostics);
        return Value.Blank(ValueKind.Parts);
    }

    public sealed override string Format(Value value, TSettings settings, CultureInfo culture) => "";

    IReadOnlyList<InputValue> IPartedFieldType.TakeApart(
        InputValue whole, IReadOnlyList<InputValue> parts, object settings, string path, DiagnosticBag diagnostics)
        => TakeApart(whole, parts, (TSettings)settings, path, diagnostics);

    void IPartedFieldType.CheckParts(IReadOnlyList<Value> parts, object settings, string path, DiagnosticBag diagnostics)
        => CheckParts(parts, (TSettings)settings, path, diagnostics);

    string IPartedFieldType.FormatParts(IReadOnlyList<Value> parts, object settings, CultureInfo culture)
        => FormatParts(parts, (TSettings)settings, culture);
}
