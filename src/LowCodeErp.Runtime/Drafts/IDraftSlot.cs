namespace LowCodeErp.Runtime.Drafts;

/// <summary>The one place in which a draft is kept.</summary>
public interface IDraftSlot
{
    Task<KeptDraft?> FindAsync(CancellationToken cancellationToken);

    /// <summary>In the place of the draft before it.</summary>
    Task KeepAsync(string content);

    Task DropAsync();
}
