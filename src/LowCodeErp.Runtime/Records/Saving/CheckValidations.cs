using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>The conditions of the form's author, where the request changes what they read.</summary>
internal sealed class CheckValidations : ISaveStep
{
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
        foreach (var validation in batch.Form.Logic.Validations.Where(validation => IsAsked(record, validation)))
        {
            var path = validation.Field is { } field ? record.PathOf(field) : record.PathPrefix.TrimEnd('.');
            switch (validation.Check(record, context, path))
            {
                case { Severity: Severity.Error } problem: record.Diagnostics.Add(problem); break;
                case { } warning: record.Warn(validation.Key!, warning); break;
            }
        }
    }

    private static bool IsAsked(PendingRecord record, RecordValidation validation)
        => !(validation.Field is { } field && record.IsHidden(field)) && validation.Concerns(record.IsChangedIn);
}
