using LowCodeErp.Runtime.Changes;

namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>Something that two people changed differently.</summary>
/// <param name="Place">Its place in the document: <c>forms[order].fields[amount].label.zh-CN</c>.</param>
/// <param name="Difference">What taking the other's instead of mine would change.</param>
public sealed record MergeConflict(string Place, IReadOnlyList<DesignChange> Difference);
