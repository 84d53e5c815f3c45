using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What people fill in, of a record and of the record that a line belongs to: it is known before anything is computed.</summary>
internal sealed class EnteredFields(CompiledForm form, IReadOnlyDictionary<string, CompiledForm> forms)
{
    /// <summary>The field of the form, or of the record of a line; null for a path that leads elsewhere.</summary>
    public FieldModel? Find(FieldPath path)
        => LeadsToRecord(path) ? form.Model.Parent!.Form.Fields[path.Steps[1].Ordinal]
            : path.Steps.Count == 1 && path.Steps[0].Ordinal < form.Model.Fields.Count ? form.Model.Fields[path.Steps[0].Ordinal]
            : null;

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
