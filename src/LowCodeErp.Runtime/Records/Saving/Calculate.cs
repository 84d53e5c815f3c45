namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Computes the fields that have a formula: those of lines, then those of the records that they belong to.</summary>
internal sealed class Calculate : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.InOrderOfComputation.Where(part => part.Form.Logic.Formulas.Count > 0))
        {
            foreach (var record in part.Records.Where(record => !record.IsDeleted))
            {
                Compute(part, record);
            }
        }

        return Task.CompletedTask;
    }

    private static void Compute(SaveBatch batch, PendingRecord record)
    {
        foreach (var formula in batch.Form.Logic.Formulas)
        {
            record[formula.Field] = formula.Calculate(record, batch.Scope.Evaluation, record.PathOf(formula.Field), record.Diagnostics);
        }
    }
}
