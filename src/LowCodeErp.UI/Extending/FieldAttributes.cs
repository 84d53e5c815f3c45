using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>The ids and ARIA attributes that tie an input to its help and its error message.</summary>
public static class FieldAttributes
{
    /// <summary>Names inputs that a label element cannot, such as groups.</summary>
    public static string LabelId(string inputId) => $"{inputId}-label";

    public static string HelpId(string inputId) => $"{inputId}-help";

    /// <summary>Of the input of a part: <c>field-period</c> and <c>period-start</c> make <c>field-period-start</c>.</summary>
    public static string PartId(string inputId, FieldModel part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return inputId + part.Key[part.Whole!.Key.Length..];
    }

    public static string ErrorId(string inputId) => $"{inputId}-error";

    internal static IReadOnlyDictionary<string, object> For(RecordDraft draft, FieldModel field, string inputId, bool isCompact, string? accessibleName)
    {
        var attributes = new Dictionary<string, object>();
        var diagnostics = draft.DiagnosticsOf(field);
        Add(attributes, "aria-label", accessibleName);
        Add(attributes, "placeholder", field.Type.Components.TakesPlaceholder ? field.Placeholder?.ToString() : null);
        Add(attributes, "aria-required", draft.IsRequired(field) ? "true" : null);
        Add(attributes, "aria-invalid", diagnostics.Any(item => item.Severity == Severity.Error) ? "true" : null);
        string?[] places = [diagnostics.Count > 0 ? ErrorId(inputId) : null, field.Help is not null && !isCompact ? HelpId(inputId) : null];
        Add(attributes, "aria-describedby", string.Join(' ', places.OfType<string>()));
        return attributes;
    }

    private static void Add(Dictionary<string, object> attributes, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            attributes.Add(name, value);
        }
    }
}
