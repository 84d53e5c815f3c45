namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Nobody but administrators, and those of the app, deletes for ever.</summary>
internal sealed class CheckAdministrator : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (!batch.Scope.Access.Administers(batch.Form.App))
        {
            batch.Records[0].Diagnostics.Add(RecordDiagnostics.OnlyAdministratorsPurge());
        }

        return Task.CompletedTask;
    }
}
