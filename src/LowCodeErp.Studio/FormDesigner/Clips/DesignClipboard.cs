using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>What a person copied last in this window. Browsers do not let every site read the system's clipboard, so the designers keep one of their own.</summary>
public sealed class DesignClipboard
{
    private ItemsClip? _last;

    /// <summary>The text for the system's clipboard.</summary>
    public string Copy(ItemsClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        _last = clip;
        return clip.Write();
    }

    /// <summary>What a pasted text says, else what was copied last; null when there is nothing, or the text is a clip that cannot be read.</summary>
    /// <param name="text">From the system's clipboard; blank where it was not read.</param>
    public ItemsClip? Read(string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return ItemsClip.Read(text, diagnostics) ?? (diagnostics.HasErrors ? null : _last);
    }
}
