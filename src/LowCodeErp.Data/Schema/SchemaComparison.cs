using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Schema;

/// <summary>What differs between two published states, in forms and fields: names decide, EF's guess at renamed columns does not.</summary>
internal sealed class SchemaComparison(WorkspaceModel from, WorkspaceModel to)
{
    public WorkspaceModel From { get; } = from;

    public WorkspaceModel To { get; } = to;

    public IEnumerable<FormModel> RemovedForms => From.Forms.Where(form => !StaysForm(form));

    /// <summary>In forms that stay.</summary>
    public IEnumerable<FieldModel> RemovedFields
        => KeptForms.SelectMany(pair => pair.Old.StoredFields.Where(old => !StaysField(old)));

    /// <summary>In both states.</summary>
    public IEnumerable<(FieldModel Old, FieldModel New)> KeptFields
        => KeptForms.SelectMany(pair => pair.Old.StoredFields.Where(StaysField).Select(old => (old, pair.New[old.Key])));

    private IEnumerable<(FormModel Old, FormModel New)> KeptForms
        => From.Forms.Where(StaysForm).Select(form => (form, To.FindForm(form.Key)!));

    public bool StaysForm(FormModel form) => To.FindForm(form.Key) is not null;

    public bool StaysField(FieldModel field) => To.FindForm(field.Form.Key)?.Find(field.Key) is { IsStored: true };

    /// <summary>Changes that would lose or reinterpret stored values.</summary>
    public IEnumerable<Diagnostic> FindRefusals()
        => KeptForms.Where(pair => pair.Old.Parent is null != pair.New.Parent is null).Select(pair => SchemaDiagnostics.LinesChanged(pair.New))
            .Concat(KeptFields.Where(IsRetyped).Select(pair => SchemaDiagnostics.Retyped(pair.New)))
            .Concat(KeptFields.Where(IsRetargeted).Select(pair => SchemaDiagnostics.Retargeted(pair.New)));

    private static bool IsRetyped((FieldModel Old, FieldModel New) pair) => pair.Old.Storage.Kind != pair.New.Storage.Kind;

    private static bool IsRetargeted((FieldModel Old, FieldModel New) pair)
        => pair.Old.HoldsIds && !IsRetyped(pair) && pair.Old.Target?.Key != pair.New.Target?.Key;
}
