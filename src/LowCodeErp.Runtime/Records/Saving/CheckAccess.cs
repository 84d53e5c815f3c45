namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>A member who was deactivated while a page was open changes nothing any more.</summary>
internal sealed class CheckAccess : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Scope.Actor.MemberId is not { } member)
        {
            return;
        }

        var active = await batch.Scope.Transaction.FindExistingMembersAsync([member], cancellationToken);
        if (!active.Contains(member))
        {
            batch.Records[0].Diagnostics.Add(RecordDiagnostics.ActorInactive(batch.Scope.Actor.Name));
        }
    }
}
