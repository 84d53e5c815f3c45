using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>The conditions of the form's author, where the request changes what they read.</summary>
internal sealed class CheckValidations : ISaveStep
{
    // Those that look at records of other forms are asked by CheckAcross.
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All.Where(part => part.Form.Logic.Validations.Count > 0))
        {
            foreach (var record in part.Records.Where(record => !record.IsDeleted))
            {
                Check(part, record);
            }
        }

        return Task.CompletedTask;
    }

    private static void Check(SaveBatch batch, PendingRecord record)
    {
        var context = batch.Scope.ChangeOf(record);
        foreach (var validation in batch.Form.Logic.Validations.Where(validation => !validation.LooksAcross && IsAsked(record, validation)))
        {
            if (validation.Check(record, context, PathOf(record, validation)) is { } verdict)
            {
                Tell(record, validation, verdict);
            }
        }
    }

    public static string PathOf(PendingRecord record, RecordValidation validation)
        => validation.Field is { } field ? record.PathOf(field) : record.PathPrefix.TrimEnd('.');

    public static void Tell(PendingRecord record, RecordValidation validation, Diagnostic verdict)
    {
        if (verdict.Severity == Severity.Error)
        {
            record.Diagnostics.Add(verdict);
        }
        else
        {
            record.Warn(validation.Key!, verdict);
        }
    }

    public static bool IsAsked(PendingRecord record, RecordValidation validation)
        => !(validation.Field is { } field && record.IsHidden(field)) && validation.Concerns(record.IsChangedIn);
}
