using System.Collections.Concurrent;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Formulas;

/// <summary>The forms of one version of a workspace as formulas see them. Each is made when it is first asked for, since forms refer to each other.</summary>
public sealed class FormSchemas(long version)
{
    private readonly ConcurrentDictionary<FormModel, FormulaSchema> _known = new();

    public FormSchemas(WorkspaceModel workspace)
        : this(workspace.Version)
    {
    }

    /// <summary>The fields of a form or of a sub-table's lines; references lead to their form, sub-tables to their lines.</summary>
    public IFormulaSchema Of(FormModel form) => _known.GetOrAdd(form, Make);

    private FormulaSchema Make(FormModel form) => new(form.Key, version, [.. form.Fields.Select(MakeField)]);

    private FormulaField MakeField(FieldModel field) => new(field.Key, field.Label, field.ItemKind, field.Ordinal, TargetOf(field), field.IsList);

    private Func<IFormulaSchema>? TargetOf(FieldModel field) => (field.Target ?? field.Lines) is { } form ? () => Of(form) : null;
}
