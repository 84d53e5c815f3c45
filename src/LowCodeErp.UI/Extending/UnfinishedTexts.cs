namespace LowCodeErp.UI.Extending;

/// <summary>
/// What leaving a box would do with the text that stands in it, for each box of a page by its id. A page that keeps drafts cascades one,
/// so that a long text is kept before it is finished.
/// </summary>
public sealed class UnfinishedTexts
{
    private readonly Dictionary<string, Func<string, Task>> _boxes = new(StringComparer.Ordinal);

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
    public Task LeaveAsync(string id, string text) => _boxes.GetValueOrDefault(id)?.Invoke(text) ?? Task.CompletedTask;
}
