using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Button;

/// <summary>A button on the record page: it holds no value, and whoever presses it goes somewhere.</summary>
public sealed class ButtonField : FieldType<ButtonSettings>
{
    public override string Key => "button";

    public override ValueKind ValueKind => ValueKind.None;

    public override FieldComponents Components { get; } = new(typeof(ButtonEditor), typeof(ButtonCell));

    public override FieldShape GetShape(ButtonSettings settings) => new FieldShape.Action(settings.Form.Length > 0
        ? new FieldAction.NewRecord(settings.Form, [.. settings.Fill.Select(fill => (fill.Field, fill.From))])
        : new FieldAction.OpenLink(LinkTemplate.FieldsOf(settings.Link)));

    public override void CheckSettings(ButtonSettings settings, string path, DiagnosticBag diagnostics)
    {
        if ((settings.Link.Length > 0) == (settings.Form.Length > 0))
        {
            diagnostics.Add(FieldDiagnostics.ButtonDoesNothing(path));
        }
        else if (settings.Form.Length == 0 && !LinkTemplate.IsSafe(settings.Link))
        {
            diagnostics.Add(FieldDiagnostics.ButtonLinkUnsafe($"{path}.link"));
        }
    }

    public override Value Read(InputValue input, ButtonSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (!input.IsBlank && !(input.Content is string text && string.IsNullOrWhiteSpace(text)))
        {
            diagnostics.Add(FieldDiagnostics.ButtonHoldsNothing(path));
        }

        return Value.Blank(ValueKind.None);
    }

    public override string Format(Value value, ButtonSettings settings, CultureInfo culture) => "";
}
