using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Required fields, and what each field type says of its value. A value that was stored before and is not touched is left
/// in peace: a rule that came later must not keep people from correcting another field.
/// </summary>
internal sealed class CheckFields : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All)
        {
            foreach (var record in part.Records.Where(record => !record.IsDeleted))
            {
                CheckRecord(part.Scope, record, part == batch.Parents || part.IsOnlyComputed ? part.Form.Logic.Formulas.Select(formula => formula.Field) : part.Form.StoredFields);
            }
        }

        CheckLineCounts(batch);
        foreach (var part in batch.All.Where(part => part != batch.Parents))
        {
            CheckParts(part);
        }

        return Task.CompletedTask;
    }

    /// <param name="fields">All stored ones; of a record that only joined because of its lines, those that are computed.</param>
    private static void CheckRecord(SaveScope scope, PendingRecord record, IEnumerable<FieldModel> fields)
    {
        foreach (var field in fields)
        {
            // The engine sets the reference of a line to a record that has no id yet.
            if ((record.Parent is not null && field == field.Form.ParentReference) || record.IsHidden(field))
            {
                continue;
            }

            // What it may hold is said of those who enter it, and nobody enters a rollup.
            if (field.Rollup is not null)
            {
                continue;
            }

            CheckReadOnly(scope, record, field);
            if (record[field].IsBlank)
            {
                CheckRequired(scope, record, field);
            }
            else if (record.IsFieldChanged(field))
            {
                field.Type.Check(record[field], field.Settings, record.PathOf(field), record.Diagnostics);
            }
        }
    }

    /// <summary>Parts that are wrong by themselves are not compared with the others.</summary>
    private static void CheckParts(SaveBatch batch)
    {
        foreach (var whole in batch.Form.PartedFields)
        {
            foreach (var record in batch.Records.Where(record => !record.IsDeleted && !record.IsHidden(whole) && whole.Parts.Any(record.IsFieldChanged)))
            {
                if (!whole.Parts.Append(whole).Any(part => HasProblem(record, record.PathOf(part))))
                {
                    whole.PartedType.CheckParts([.. whole.Parts.Select(part => record[part])], whole.Settings, record.PathOf(whole), record.Diagnostics);
                }
            }
        }
    }

    private static bool HasProblem(PendingRecord record, string path) => record.Problems.Any(problem => problem.Path == path);

    /// <summary>A sub-table is checked for its number of lines, which is all that its value holds.</summary>
    private static void CheckLineCounts(SaveBatch batch)
    {
        foreach (var field in batch.Form.SubTables)
        {
            foreach (var record in batch.Records.Where(record => record.Input.Lines.ContainsKey(field.Key) && !record.IsHidden(field)))
            {
                var count = new Value(ValueKind.Table, record.Input.Lines[field.Key].Count);
                field.Type.Check(count, field.Settings, record.PathOf(field), record.Diagnostics);
            }
        }
    }

    private static void CheckRequired(SaveScope scope, PendingRecord record, FieldModel field)
    {
        var path = record.PathOf(field);
        // An unreadable value has its own message; "required" on top of it would only confuse.
        if (IsRequired(scope, record, field) && !HasProblem(record, path) && !HasProblem(record, record.PathOf(field.Whole ?? field)))
        {
            record.Diagnostics.Add(field.IsComputed ? RecordDiagnostics.ComputedBlank(path, field.Label) : RecordDiagnostics.Required(path, field.Label));
        }
    }

    private static bool IsRequired(SaveScope scope, PendingRecord record, FieldModel field)
        => field.IsRequired || ((field.Whole is null || field.IsRequiredPart) && field.Conditions?.IsRequired(record, scope.ChangeOf(record)) == true);

    /// <summary>Entering what is there already is no change. The parts of a field are told of once.</summary>
    private static void CheckReadOnly(SaveScope scope, PendingRecord record, FieldModel field)
    {
        if (field.Conditions is not { ReadOnlyWhen: not null } conditions || !record.IsEntered(field))
        {
            return;
        }

        var path = record.PathOf(field.Whole ?? field);
        if (!HasProblem(record, path) && !HasProblem(record, record.PathOf(field)) && conditions.IsReadOnly(record, scope.ChangeOf(record)))
        {
            record.Diagnostics.Add(RecordDiagnostics.ReadOnly(path, (field.Whole ?? field).Label));
        }
    }
}
