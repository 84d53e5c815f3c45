namespace LowCodeErp.Runtime.Drafts;

/// <summary>
/// Keeps what people are entering, so that neither a browser nor a server that ends takes it with it. Nothing of it is a record yet.
/// Each window has its own, so that two of one person do not overwrite each other.
/// </summary>
public interface IDraftStore
{
    /// <summary>Those of every window, the last one first.</summary>
    Task<IReadOnlyList<WindowDraft>> ListAsync(DraftKey key, CancellationToken cancellationToken = default);

    /// <summary>What a member began to enter as new records of whatever form, the last one first.</summary>
    Task<IReadOnlyList<NewRecordDraft>> ListNewAsync(long memberId, CancellationToken cancellationToken = default);

    /// <summary>In the place of the window's draft before it.</summary>
    Task KeepAsync(DraftKey key, string window, string content, CancellationToken cancellationToken = default);

    /// <summary>Another window goes on with a draft. When the first one is still open, it begins its own anew with the next change.</summary>
    Task TakeOverAsync(DraftKey key, string before, string now, CancellationToken cancellationToken = default);

    Task DropAsync(DraftKey key, string window, CancellationToken cancellationToken = default);
}
