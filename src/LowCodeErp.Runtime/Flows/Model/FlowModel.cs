using System.Collections.Frozen;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>A compiled flow: immutable, and never wrong. A running instance keeps the one that it began with (rule 58).</summary>
public sealed class FlowModel
{
    private bool? _countsRecordVersions;

    public required string Key { get; init; }

    /// <summary>Key of the app that it belongs to.</summary>
    public required string App { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    public required FormModel Form { get; init; }

    /// <summary>As written; what a version is known by.</summary>
    public required FlowDefinition Definition { get; init; }

    /// <summary>Null: the title of the record.</summary>
    public CompiledFormula? Title { get; init; }

    public required IReadOnlyList<FlowStart> Starts { get; init; }

    public required FlowSequence Trunk { get; init; }

    /// <summary>Every block, wherever it stands.</summary>
    public required FrozenDictionary<string, FlowBlock> Blocks { get; init; }

    /// <summary>What is reckoned with its record apart from the settings of its nodes: its title, the conditions of its starts, branches and loops.</summary>
    public IEnumerable<CompiledFormula> Formulas
        => Starts.Select(start => start.When).Append(Title)
            .Concat(Blocks.Values.SelectMany(block => block.Ways.Select(way => way.When).Append((block as FlowBlock.Repetition)?.Until)))
            .OfType<CompiledFormula>();

    /// <summary>The members and departments that it names, in the order in which they stand.</summary>
    public IReadOnlyList<FlowMention> Mentions { get; init; } = [];

    /// <summary>Whether it matters which version of the record was decided upon: duplicates are removed, or what was decided upon is kept.</summary>
    public bool CountsRecordVersions => _countsRecordVersions ??= Definition.Record == FlowRecordAccess.Snapshot || Blocks.Values.OfType<FlowBlock.Leaf>().Any(leaf => leaf.Settings is ApprovalSettings { Duplicates: not DuplicatePolicy.None });

    public FlowBlock? Find(string key) => Blocks.GetValueOrDefault(key);

    public override string ToString() => Key;
}
