using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// What goes on, what goes and what comes back between two published states: keys decide, EF's guess at renamed columns does
/// not. A form or field that comes back under its old key finds what was kept of it.
/// </summary>
/// <remarks>
/// Where an earlier version is published again, what people had entered into a field comes back, even if it was computed meanwhile.
/// </remarks>
internal sealed class SchemaComparison
{
    private readonly KeptModels _kept;
    private readonly bool _restoresVersion;

    public SchemaComparison(WorkspaceModel from, WorkspaceModel to, KeptModels kept, bool restoresVersion = false)
    {
        _kept = kept;
        _restoresVersion = restoresVersion;
        From = from;
        To = to;
        Forms = [.. to.Forms.Select(Find).OfType<FormPair>()];
        Fields = [.. Forms.SelectMany(form => form.New.StoredFields.Select(field => Find(form, field)).OfType<FieldPair>())];
    }

    public WorkspaceModel From { get; }

    public WorkspaceModel To { get; }

    public IReadOnlyList<FormPair> Forms { get; }

    public IReadOnlyList<FieldPair> Fields { get; }

    public IEnumerable<FormModel> RemovedForms => From.Forms.Where(form => To.FindForm(form.Key) is null);

    /// <summary>Columns of tables that go on, in which no field goes on: the field is gone, computed when read, or in several parts.</summary>
    public IEnumerable<(FormPair Form, FieldModel Field)> RemovedFields
        => Forms.SelectMany(form => form.Old.StoredFields.Where(old => !Fields.Any(pair => pair.Form == form && pair.Old == old)).Select(old => (form, old)));

    /// <summary>Removed columns whose field goes on in a shape that no value can be converted to: several parts, lines.</summary>
    public IEnumerable<(FormPair Form, FieldModel Field)> ReshapedFields
        => RemovedFields.Where(removed => !removed.Field.IsComputed && removed.Form.New.Find((removed.Field.Whole ?? removed.Field).Key) is { IsComputed: false });

    public IEnumerable<Diagnostic> FindRefusals()
        => Forms.Where(pair => pair.Old.Parent is null != pair.New.Parent is null).Select(pair => SchemaDiagnostics.LinesChanged(pair.New))
            .Concat(Fields.Where(pair => pair.IsSensitiveAndChanged).Select(pair => SchemaDiagnostics.SensitiveChanged(pair.New)));

    private FormPair? Find(FormModel form)
        => From.FindForm(form.Key) is { } old ? new(old, form, null)
            : _kept.Forms.GetValueOrDefault(form.Key) is { } kept ? new(kept.Form, form, kept.Row)
            : null;

    /// <summary>What people entered is not overwritten by what is computed, so that such a column is made anew.</summary>
    private FieldPair? Find(FormPair form, FieldModel field)
    {
        var old = form.Old.Find(field.Key) is { IsStored: true } stored ? stored : null;
        if (field.IsComputed)
        {
            return old is { IsComputed: true } && old.Storage == field.Storage ? new(form, old, field, null, []) : null;
        }

        var kept = _kept.Of(form, field.Key).ToList();
        var back = old is null ? kept.FirstOrDefault() : null;
        if ((old ?? back?.Field) is not { } before)
        {
            return null;
        }

        var stays = FieldPair.IsSame(before, field) && !(before.IsComputed && _restoresVersion);
        return new(form, before, field, back?.Row, stays ? [] : FindMemory(kept.Where(other => other != back), field));
    }

    private static IReadOnlyList<KeptField> FindMemory(IEnumerable<KeptField> kept, FieldModel field)
    {
        var memory = new List<KeptField>();
        foreach (var older in kept)
        {
            memory.Add(older);
            if (older.Field.Type.Key == field.Type.Key)
            {
                return memory;
            }
        }

        return [];
    }
}
