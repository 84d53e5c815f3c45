using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing;

/// <summary>
/// The one history of a design: undoing takes back everything, wherever it was done. Beyond <see cref="UsualCapacity"/> steps the oldest ones are
/// forgotten; what they did stays.
/// </summary>
public sealed class EditHistory(AppDocument original, int capacity = EditHistory.UsualCapacity)
{
    public const int UsualCapacity = 200;

    private readonly LinkedList<Step> _done = new();
    private readonly Stack<Step> _undone = new();
    private bool _isThreadOpen;

    public AppDocument Current { get; private set; } = original;

    /// <summary>What the next undo takes back; null when there is nothing.</summary>
    public LocalizedText? UndoName => _done.Last?.Value.Edit.Name;

    /// <summary>What the next redo does again; null when there is nothing.</summary>
    public LocalizedText? RedoName => _undone.TryPeek(out var step) ? step.Edit.Name : null;

    /// <returns>False when the edit changed nothing.</returns>
    public bool Do(IEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var after = edit.Apply(Current);
        if (ReferenceEquals(after, Current))
        {
            return false;
        }

        Remember(edit);
        Current = after;
        _undone.Clear();
        _isThreadOpen = edit.Thread is not null;
        return true;
    }

    public bool Undo()
    {
        if (_done.Last is not { Value: var step })
        {
            return false;
        }

        _done.RemoveLast();
        _undone.Push(step with { Document = Current });
        (Current, _isThreadOpen) = (step.Document, false);
        return true;
    }

    public bool Redo()
    {
        if (!_undone.TryPop(out var step))
        {
            return false;
        }

        _done.AddLast(step with { Document = Current });
        (Current, _isThreadOpen) = (step.Document, false);
        return true;
    }

    /// <summary>The next edit is a step of its own, even if it goes on where the last one was: the person went elsewhere in between.</summary>
    public void EndThread() => _isThreadOpen = false;

    /// <summary>
    /// A document was published: going back from it is a change of what was published, not of what that was made from.
    /// </summary>
    /// <param name="document">The one that was published, which may have been edited since.</param>
    /// <param name="published">The same, made from itself.</param>
    public void Rebase(AppDocument document, AppDocument published)
    {
        ArgumentNullException.ThrowIfNull(published);
        AppDocument Follow(AppDocument any) => ReferenceEquals(any, document) ? published : any with { BasedOn = published.BasedOn };
        Current = Follow(Current);
        for (var node = _done.First; node is not null; node = node.Next)
        {
            node.Value = node.Value with { Document = Follow(node.Value.Document) };
        }

        var undone = _undone.Reverse().Select(step => step with { Document = Follow(step.Document) }).ToList();
        _undone.Clear();
        undone.ForEach(_undone.Push);
    }

    private void Remember(IEdit edit)
    {
        if (_isThreadOpen && _done.Last?.Value.Edit.Thread == edit.Thread)
        {
            return;
        }

        _done.AddLast(new Step(edit, Current));
        if (_done.Count > capacity)
        {
            _done.RemoveFirst();
        }
    }

    /// <param name="Document">The document on the other side of the edit: before it in what was done, after it in what was undone.</param>
    private sealed record Step(IEdit Edit, AppDocument Document);
}
