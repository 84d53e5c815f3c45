using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Computes the fields that have a formula and clears those that are hidden and to be blank then: of lines, then of the records
/// that they belong to.
/// </summary>
/// <param name="clearsHidden">Not where nobody has touched the records: a condition that came later must not take values away.</param>
internal sealed class Calculate(bool clearsHidden) : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.InOrderOfComputation.Where(part => part.Form.Logic.Steps.Count > 0))
        {
            foreach (var record in part.Records.Where(record => !record.IsDeleted))
            {
                Compute(part, record);
            }
        }

        return Task.CompletedTask;
    }

    private void Compute(SaveBatch batch, PendingRecord record)
    {
        foreach (var step in batch.Form.Logic.Steps)
        {
            if (step is FieldFormula formula)
            {
                record[formula.Field] = formula.Calculate(record, batch.Scope.Evaluation, record.PathOf(formula.Field), record.Diagnostics);
            }
            else if (step is UniqueKey key)
            {
                record[key.Field] = key.Calculate(record);
            }
            else if (clearsHidden && step is FieldCondition condition && !condition.Holds(record, batch.Scope.ChangeOf(record)))
            {
                Clear(record, condition.Field);
            }
        }
    }

    private static void Clear(PendingRecord record, FieldModel hidden)
    {
        foreach (var field in hidden.StoredParts)
        {
            record[field] = Value.Blank(field.Kind);
        }
    }
}
