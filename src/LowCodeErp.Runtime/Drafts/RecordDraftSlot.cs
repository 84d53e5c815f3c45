namespace LowCodeErp.Runtime.Drafts;

/// <summary>The place of a member's draft of a record.</summary>
public sealed class RecordDraftSlot(IDraftStore store, DraftKey key) : IDraftSlot
{
    public Task<KeptDraft?> FindAsync(CancellationToken cancellationToken) => store.FindAsync(key, cancellationToken);

    public Task KeepAsync(string content) => store.KeepAsync(key, content);

    public Task DropAsync() => store.DropAsync(key);

    public override string ToString() => key.ToString();
}
