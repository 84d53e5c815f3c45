using System.Collections.Frozen;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>A block of a compiled flow. Blocks know what holds them, so that the way from any to any other is found without searching.</summary>
public abstract class FlowBlock
{
    private FlowBlock()
    {
    }

    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    /// <summary>The sequence in which it stands.</summary>
    public FlowSequence Within { get; internal set; } = null!;

    /// <summary>Its place in <see cref="Within"/>, from 0.</summary>
    public int Place { get; internal set; }

    /// <summary>Its branches, in their order, or its body; none of a leaf.</summary>
    public virtual IReadOnlyList<FlowBranch> Ways => [];

    public override string ToString() => Key;

    /// <summary>The first branch whose condition holds; the last one, without a condition, otherwise (rule 46).</summary>
    public sealed class Exclusive : FlowBlock
    {
        public required IReadOnlyList<FlowBranch> Branches { get; init; }

        public override IReadOnlyList<FlowBranch> Ways => Branches;
    }

    /// <summary>Every branch whose condition holds; the one without a condition where none does (rule 48).</summary>
    public sealed class Inclusive : FlowBlock
    {
        public required IReadOnlyList<FlowBranch> Branches { get; init; }

        public override IReadOnlyList<FlowBranch> Ways => Branches;
    }

    /// <summary>All branches at once (rules 47 and 50).</summary>
    public sealed class Parallel : FlowBlock
    {
        public required IReadOnlyList<FlowBranch> Branches { get; init; }

        public override IReadOnlyList<FlowBranch> Ways => Branches;

        /// <summary>How many branches have to come through, from 1 to their number.</summary>
        public required int Needed { get; init; }

        public required FlowRemainder Remainder { get; init; }

        public required FlowBranchRejection OnReject { get; init; }
    }

    /// <summary>Its body until a condition holds (rule 51).</summary>
    public sealed class Repetition : FlowBlock
    {
        public required FlowBranch Body { get; init; }

        public override IReadOnlyList<FlowBranch> Ways => [Body];

        public required CompiledFormula Until { get; init; }

        public required int Maximum { get; init; }
    }

    /// <summary>A step: what it does is the node's business.</summary>
    public sealed class Leaf : FlowBlock
    {
        public required IFlowNode Node { get; init; }

        /// <summary>Of the node's <see cref="Extensibility.IExtension.SettingsType"/>.</summary>
        public required object Settings { get; init; }

        public FlowReplay OnReplay { get; init; }

        /// <summary>The formulas of its settings, compiled, by the name of the setting: <c>when</c>, <c>values.amount</c>.</summary>
        public required IReadOnlyDictionary<string, CompiledFormula> Formulas { get; init; }

        /// <summary>The fields that its settings name and its formulas read, those on the way to others too.</summary>
        public IReadOnlySet<FieldModel> Fields { get; init; } = FrozenSet<FieldModel>.Empty;

        public IReadOnlySet<FormModel> Forms { get; init; } = FrozenSet<FormModel>.Empty;

        public IReadOnlyList<FlowMention> Mentions { get; init; } = [];

        /// <summary>Keys of the blocks that its settings name.</summary>
        public IReadOnlyList<string> Targets { get; init; } = [];
    }
}
