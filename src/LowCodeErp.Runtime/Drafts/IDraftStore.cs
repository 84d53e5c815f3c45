namespace LowCodeErp.Runtime.Drafts;

/// <summary>Keeps what people are entering, so that neither a browser nor a server that ends takes it with it. Nothing of it is a record yet.</summary>
public interface IDraftStore
{
    Task<KeptDraft?> FindAsync(DraftKey key, CancellationToken cancellationToken = default);

    /// <summary>In the place of the draft before it.</summary>
    Task KeepAsync(DraftKey key, string content, CancellationToken cancellationToken = default);

    Task DropAsync(DraftKey key, CancellationToken cancellationToken = default);
}
