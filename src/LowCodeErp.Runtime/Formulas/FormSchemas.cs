using System.Collections.Concurrent;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Formulas;

/// <summary>The forms of one version of a workspace as formulas see them. Each is made when it is first asked for, since forms refer to each other.</summary>
public sealed class FormSchemas
{
    private readonly ConcurrentDictionary<FormModel, FormulaSchema> _known = new();
    private readonly long _version;
    private readonly Func<FormModel, IEnumerable<RelatedRecords>> _findRelated;
    private readonly Func<FieldModel, bool> _isOffered = _ => true;

    public FormSchemas(WorkspaceModel workspace)
        : this(workspace.Version, form => RelatedRecords.Of(form, workspace))
    {
    }

    /// <summary>Of what somebody is offered to choose from: no other field is named.</summary>
    public FormSchemas(WorkspaceModel workspace, Func<FieldModel, bool> isOffered)
        : this(workspace) => _isOffered = isOffered;

    private FormSchemas(long version, Func<FormModel, IEnumerable<RelatedRecords>> findRelated)
    {
        _version = version;
        _findRelated = findRelated;
    }

    /// <summary>Of forms that are no workspace yet, since it is being compiled or has errors.</summary>
    public static FormSchemas Of(long version, IReadOnlyList<FormModel> forms) => new(version, form => RelatedRecords.Of(form, forms));

    /// <summary>Without the records of other forms: what is stored or checked with a record does not follow when those change.</summary>
    public static FormSchemas OfRecordsAlone(long version) => new(version, _ => []);

    /// <summary>
    /// The fields of a form or of a sub-table's lines; references lead to their form, sub-tables to their lines. After them the
    /// records of other forms that refer to it.
    /// </summary>
    public IFormulaSchema Of(FormModel form) => _known.GetOrAdd(form, Make);

    private FormulaSchema Make(FormModel form)
    {
        // Of a field that is several the parts can be read, each as what it is.
        var own = form.Fields.Where(field => field.Parts.Count == 0 && !field.IsInternal && field.Shape is not FieldShape.Action && _isOffered(field)).Select(MakeField);
        var related = _findRelated(form).Index().Where(records => _isOffered(records.Item.Reference)).Select(records => MakeField(records.Item, form.Fields.Count + records.Index));
        return new(form.Key, _version, [.. own, .. related]) { Label = form.Label };
    }

    private FormulaField MakeField(FieldModel field)
    {
        var storage = (field.Shape as FieldShape.Column)?.Storage;
        return new(field.Key, field.Label, field.ItemKind, field.Ordinal, TargetOf(field), field.IsList, Precision: storage?.Precision, Scale: storage?.Scale) { IsEncrypted = field.IsSensitive };
    }

    private FormulaField MakeField(RelatedRecords related, int ordinal)
        => new(related.Key, related.Label, ValueKind.Table, ordinal, () => Of(related.Form));

    private Func<IFormulaSchema>? TargetOf(FieldModel field) => (field.Target ?? field.Lines) is { } form ? () => Of(form) : null;
}
