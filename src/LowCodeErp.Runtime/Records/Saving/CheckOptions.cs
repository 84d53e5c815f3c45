using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Options that may be chosen only where a condition holds: where they were chosen now, or what decides it has changed.</summary>
internal sealed class CheckOptions : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All.Where(part => part != batch.Parents))
        {
            foreach (var limits in part.Form.Logic.OptionLimits)
            {
                foreach (var record in part.Records.Where(record => IsAsked(record, limits)))
                {
                    Check(part.Scope, record, limits);
                }
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsAsked(PendingRecord record, OptionLimits limits)
        => !record.IsDeleted && !record.IsHidden(limits.Field) && !record[limits.Field].IsBlank
            && (record.IsFieldChanged(limits.Field) || limits.Reads.Any(record.IsChangedIn));

    private static void Check(SaveScope scope, PendingRecord record, OptionLimits limits)
    {
        var withheld = limits.FindWithheld(record, scope.ChangeOf(record));
        if (limits.Check(record[limits.Field], withheld, record.PathOf(limits.Field)) is { } problem)
        {
            record.Diagnostics.Add(problem);
        }
    }
}
