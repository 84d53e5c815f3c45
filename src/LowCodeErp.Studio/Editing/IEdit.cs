using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing;

/// <summary>
/// One thing that a person does to a document. It holds what it needs and nothing of the screen, so that it can be repeated,
/// tested and told.
/// </summary>
/// <example><c>new MoveItems("order", [path], place)</c>, told as 移动字段“金额”.</example>
public interface IEdit
{
    /// <summary>What undoing would undo, for people.</summary>
    LocalizedText Name { get; }

    /// <summary>Edits that follow each other on one thread are undone in one step, like the letters of a word; null for a step of its own.</summary>
    string? Thread => null;

    /// <summary>The document afterwards; the same one when there is nothing to do, which is no step either.</summary>
    AppDocument Apply(AppDocument document);
}
