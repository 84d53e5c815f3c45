using LowCodeErp.Runtime.Drafts;

namespace LowCodeErp.Runtime.Designs;

/// <summary>Keeps what members are changing on apps until they publish it. Each member has one draft of an app.</summary>
public interface IDesignDraftStore
{
    Task<KeptDraft?> FindAsync(long memberId, string app, CancellationToken cancellationToken = default);

    /// <summary>The apps of which the member has a draft, published or not, by key.</summary>
    Task<IReadOnlyList<string>> ListAsync(long memberId, CancellationToken cancellationToken = default);

    /// <summary>In the place of the draft before it.</summary>
    Task KeepAsync(long memberId, string app, string content, CancellationToken cancellationToken = default);

    Task DropAsync(long memberId, string app, CancellationToken cancellationToken = default);
}
