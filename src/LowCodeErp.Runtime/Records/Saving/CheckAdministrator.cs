namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Nobody else deletes for ever.</summary>
internal sealed class CheckAdministrator : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (!batch.Scope.Actor.IsAdministrator)
        {
            batch.Records[0].Diagnostics.Add(RecordDiagnostics.OnlyAdministratorsPurge());
        }

        return Task.CompletedTask;
    }
}
