namespace LowCodeErp.Runtime.Drafts;

/// <summary>The place of a window's draft of a record.</summary>
public sealed class RecordDraftSlot(IDraftStore store, DraftKey key, string window) : IDraftSlot
{
    public Task KeepAsync(string content) => store.KeepAsync(key, window, content);

    public Task DropAsync() => store.DropAsync(key, window);

    public override string ToString() => key.ToString();
}
