using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Changes what a block says, except its place and what stands in it: its label, its settings.</summary>
/// <param name="Member">Which part, so that typing on in it is one step.</param>
/// <param name="What">The block, for people.</param>
public sealed record ChangeBlock(string Flow, string Block, string Member, LocalizedText What, Func<FlowBlockDefinition, FlowBlockDefinition> Change) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改", "change", What);

    public string Thread => $"flow.{Flow}.{Block}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow => flow.WithBlock(Block, block => Change(block) with { Branches = block.Branches } is var changed && changed != block ? changed : block));
    }
}
