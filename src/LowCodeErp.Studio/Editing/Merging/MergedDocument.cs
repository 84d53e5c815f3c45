namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>What became of two documents.</summary>
/// <param name="Conflicts">Places that both changed differently: <c>forms[order].fields[amount].label.zh-CN</c>.</param>
public sealed record MergedDocument(AppDocument Document, IReadOnlyList<string> Conflicts);
