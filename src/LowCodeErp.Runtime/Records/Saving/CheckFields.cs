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
                CheckRecord(record, part == batch.Parents ? part.Form.Logic.Formulas.Select(formula => formula.Field) : part.Form.StoredFields);
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
    private static void CheckRecord(PendingRecord record, IEnumerable<FieldModel> fields)
    {
        foreach (var field in fields)
        {
            // The engine sets the reference of a line to a record that has no id yet.
            if (record.Parent is not null && field == field.Form.ParentReference)
            {
                continue;
            }

            // What it may hold is said of those who enter it, and nobody enters a rollup.
            if (field.Rollup is not null)
            {
                continue;
            }

            if (record[field].IsBlank)
            {
                CheckRequired(record, field);
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
            foreach (var record in batch.Records.Where(record => !record.IsDeleted && whole.Parts.Any(record.IsFieldChanged)))
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
            foreach (var record in batch.Records.Where(record => record.Input.Lines.ContainsKey(field.Key)))
            {
                var count = new Value(ValueKind.Table, record.Input.Lines[field.Key].Count);
                field.Type.Check(count, field.Settings, record.PathOf(field), record.Diagnostics);
            }
        }
    }

    private static void CheckRequired(PendingRecord record, FieldModel field)
    {
        var path = record.PathOf(field);
        // An unreadable value has its own message; "required" on top of it would only confuse.
        if (field.IsRequired && !HasProblem(record, path) && !(field.Whole is { } whole && HasProblem(record, record.PathOf(whole))))
        {
            record.Diagnostics.Add(field.IsComputed ? RecordDiagnostics.ComputedBlank(path, field.Label) : RecordDiagnostics.Required(path, field.Label));
        }
    }
}
