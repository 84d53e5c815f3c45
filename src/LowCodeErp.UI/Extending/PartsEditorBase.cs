using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>What the editor of a field that is several derives from: inputs of its own for the parts, and the check across them.</summary>
public abstract class PartsEditorBase<TSettings> : FieldEditorBase<TSettings> where TSettings : class
{
    protected string IdOf(FieldModel part) => FieldAttributes.PartId(InputId, part);

    /// <summary>For screen readers: the part's whole label, since the label of the field stands for the group.</summary>
    protected string NameOf(FieldModel part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return AccessibleName is null ? part.Label.ToString() : $"{AccessibleName} {part.Label}";
    }

    protected IReadOnlyDictionary<string, object> AttributesOf(FieldModel part)
        => FieldAttributes.For(Draft, part, IdOf(part), Compact, NameOf(part));

    /// <summary>Several at once, so that the check across them sees them together.</summary>
    protected Task SetPartsAsync(params IEnumerable<(FieldModel Part, InputValue Input)> inputs)
    {
        foreach (var (part, input) in inputs)
        {
            Draft.Enter(part, input);
        }

        CheckTogether();
        return Changed.InvokeAsync();
    }

    /// <summary>After the editor of a part has changed the draft. A text that is none of that part may be one of all of them.</summary>
    protected Task PartChangedAsync(FieldModel part)
    {
        var diagnostics = new DiagnosticBag();
        if (Draft.DiagnosticsOf(part).Count > 0 && Draft[part].Content is string text)
        {
            var blanks = Field.Parts.Select(_ => InputValue.Blank).ToList();
            var inputs = Field.PartedType.TakeApart(InputValue.Of(text), blanks, Settings, Field.Key, diagnostics);
            if (!diagnostics.HasErrors && inputs.Count(input => !input.IsBlank) > 1)
            {
                return SetPartsAsync(Field.Parts.Zip(inputs));
            }
        }

        return SetPartsAsync();
    }

    /// <summary>What is wrong with them together stands below the field as a whole.</summary>
    private void CheckTogether()
    {
        var diagnostics = new DiagnosticBag();
        if (Field.Parts.All(part => Draft.DiagnosticsOf(part).Count == 0))
        {
            Field.PartedType.CheckParts([.. Field.Parts.Select(Draft.ValueOf)], Settings, Field.Key, diagnostics);
        }

        Draft.Set(Field, InputValue.Blank, null, diagnostics.Items);
    }
}
