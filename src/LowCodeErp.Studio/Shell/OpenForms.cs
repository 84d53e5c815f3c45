using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.Shell;

/// <summary>The forms that somebody has open, in the order of their tabs.</summary>
internal sealed class OpenForms
{
    private readonly List<string> _keys = [];
    private string? _shown;

    /// <summary>Those that the document has; one that is undone comes back with its tab when it is redone.</summary>
    public IReadOnlyList<FormDefinition> In(AppDocument document) => [.. _keys.Select(document.FindForm).OfType<FormDefinition>()];

    /// <summary>Opens a form behind the others; one that was renamed takes the place of the tab it had.</summary>
    public void Show(AppDocument document, string? key)
    {
        var previous = _shown;
        _shown = key;
        if (key is null || _keys.Contains(key))
        {
            return;
        }

        if (previous is not null && document.FindForm(previous) is null && _keys.IndexOf(previous) is >= 0 and var renamed)
        {
            _keys[renamed] = key;
            return;
        }

        _keys.Add(key);
    }

    /// <returns>The form to show next: the neighbour of the one that was in front; null when no other is open.</returns>
    public string? Close(AppDocument document, string key)
    {
        var open = In(document).Select(form => form.Key).ToList();
        var index = open.IndexOf(key);
        _keys.Remove(key);
        open.Remove(key);
        return key != _shown ? _shown : open.Count == 0 ? null : open[Math.Min(Math.Max(index, 0), open.Count - 1)];
    }
}
