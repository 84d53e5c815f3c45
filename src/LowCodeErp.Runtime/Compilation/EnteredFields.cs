using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What people fill in, of a record and of the record that a line belongs to: it is known before anything is computed.</summary>
internal sealed class EnteredFields(CompiledForm form, IReadOnlyDictionary<string, CompiledForm> forms)
{
    /// <summary>
    /// The fields of a path from what people fill in, of the record or of that of a line, through references to what stored records have: all of it
    /// is known before anything is computed. Null for a path that leads elsewhere; the way from a line to its record is left out.
    /// </summary>
    public IReadOnlyList<FieldModel>? FindStored(FieldPath path)
    {
        if (Forms.FieldPath.Find(form.Model, path.Keys) is not { } found)
        {
            return null;
        }

        FieldModel[] fields = [.. found.Fields.SkipWhile(field => field == form.Model.ParentReference)];
        return fields.Length > 0 && IsEntered(fields[0]) && fields.All(field => field.IsStored) ? fields : null;
    }

    public bool LeadsToRecord(FieldPath path)
        => path.Steps.Count == 2 && form.Model.ParentReference?.Ordinal == path.Steps[0].Ordinal;

    /// <summary>Not computed, rolled up, counted, or cleared when hidden; the reference of a line to its record is the engine's.</summary>
    public bool IsEntered(FieldModel field)
    {
        var owner = forms[field.Form.Key];
        return field.IsStored && owner.IndexOf(field) is var index and >= 0
            && owner.Definitions[index] is { Formula: null, WhenHidden: HiddenValue.Keep } && !owner.Rollups.ContainsKey(field.Key) && field.Numbering is null;
    }
}
