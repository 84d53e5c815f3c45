namespace LowCodeErp.Runtime.Drafts;

/// <summary>What somebody entered in one window and has not saved.</summary>
/// <param name="Window">Name of the window, which may be closed long since.</param>
/// <param name="Content">As the page that edits the record writes and reads it.</param>
/// <param name="KeptAt">In UTC.</param>
public sealed record WindowDraft(string Window, string Content, DateTime KeptAt)
{
    public const int WindowLength = 32;

    /// <summary>For a window that opens now.</summary>
    public static string NewWindow() => Guid.NewGuid().ToString("N");
}
