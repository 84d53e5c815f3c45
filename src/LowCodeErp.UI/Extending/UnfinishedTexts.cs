namespace LowCodeErp.UI.Extending;

/// <summary>
/// What leaving a box would do with the text that stands in it, for each box of a page by its id. A page that keeps drafts cascades one,
/// so that a long text is kept before it is finished.
/// </summary>
public sealed class UnfinishedTexts
{
    private readonly Dictionary<string, Func<string, Task>> _boxes = new(StringComparer.Ordinal);

    /// <summary>While the page asks what a text would do: who holds on to changes until the page has taken them over must not hold on to this one.</summary>
    public bool IsAsking { get; private set; }

    public void Follow(string id, Func<string, Task> leave) => _boxes[id] = leave;

    /// <summary>Another box may have got the id meanwhile, which is followed on.</summary>
    public void Forget(string id, Func<string, Task> leave)
    {
        if (_boxes.GetValueOrDefault(id) == leave)
        {
            _boxes.Remove(id);
        }
    }

    /// <summary>As if the box were left now. Nothing happens where no box of that id is followed.</summary>
    public Task LeaveAsync(string id, string text)
    {
        IsAsking = true;
        try
        {
            return _boxes.GetValueOrDefault(id)?.Invoke(text) ?? Task.CompletedTask;
        }
        finally
        {
            // Before anything is waited for: what somebody does meanwhile is a change.
            IsAsking = false;
        }
    }
}
