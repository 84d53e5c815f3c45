using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.Shell;

/// <summary>The forms and roles that somebody has open, in the order of their tabs.</summary>
internal sealed class OpenTabs
{
    private readonly List<DocumentTab> _tabs = [];
    private DocumentTab? _shown;

    /// <summary>Those that the document has; one that is undone comes back with its tab when it is redone.</summary>
    public IReadOnlyList<(DocumentTab Tab, LocalizedText Label)> In(AppDocument document)
        => [.. _tabs.Select(tab => (tab, tab.LabelIn(document)!)).Where(open => open.Item2 is not null)];

    /// <summary>Opens one behind the others; one that was renamed takes the place of the tab it had.</summary>
    public void Show(AppDocument document, DocumentTab? tab)
    {
        var previous = _shown;
        _shown = tab;
        if (tab is null || _tabs.Contains(tab))
        {
            return;
        }

        if (previous is not null && previous.View == tab.View && previous.LabelIn(document) is null && _tabs.IndexOf(previous) is >= 0 and var renamed)
        {
            _tabs[renamed] = tab;
            return;
        }

        _tabs.Add(tab);
    }

    /// <returns>What to show next: the neighbour of the one that was in front; null when no other is open.</returns>
    public DocumentTab? Close(AppDocument document, DocumentTab tab)
    {
        var open = In(document).Select(other => other.Tab).ToList();
        var index = open.IndexOf(tab);
        _tabs.Remove(tab);
        open.Remove(tab);
        return tab != _shown ? _shown : open.Count == 0 ? null : open[Math.Min(Math.Max(index, 0), open.Count - 1)];
    }
}
