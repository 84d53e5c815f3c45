using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>Takes over what somebody else published meanwhile. Undoing it leads back to a document that still has to be merged.</summary>
/// <param name="Merged">Based on the version of the other.</param>
public sealed record MergeDesign(AppDocument Merged) : IEdit
{
    public LocalizedText Name => new($"合并第 {Merged.BasedOn} 版", $"merge version {Merged.BasedOn}");

    public AppDocument Apply(AppDocument document) => Merged;
}
