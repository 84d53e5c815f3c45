using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Takes blocks out of a flow, with all inside them.</summary>
/// <param name="What">What is removed, for people.</param>
public sealed record RemoveBlocks(string Flow, IReadOnlyList<string> Blocks, LocalizedText What) : IEdit
{
    public LocalizedText Name => EditWords.Of("删除", "remove", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow => flow.Without(Blocks));
    }
}
