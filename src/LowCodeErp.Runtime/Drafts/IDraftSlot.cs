namespace LowCodeErp.Runtime.Drafts;

/// <summary>The one place in which a draft is kept.</summary>
public interface IDraftSlot
{
    /// <summary>In the place of the draft before it.</summary>
    Task KeepAsync(string content);

    Task DropAsync();
}
