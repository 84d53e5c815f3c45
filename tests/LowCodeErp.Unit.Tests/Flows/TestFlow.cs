using System.Collections.Frozen;
using LowCodeErp.BuiltIns.FlowNodes.Approval;
using LowCodeErp.BuiltIns.FlowNodes.Handle;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Puts compiled flows together. Conditions are all one formula: what they come to, <see cref="FlowRunner.Values"/> says by the key of their branch.</summary>
internal static class TestFlow
{
    private static readonly CompiledFormula Any = FormulaCompiler.Compile("1 = 1", new NoFields());

    public static FlowModel Of(params FlowBlock[] trunk) => Of(null, trunk);

    public static FlowModel Of(Func<FlowDefinition, FlowDefinition>? change, params FlowBlock[] trunk)
    {
        var definition = new FlowDefinition { Key = "flow", Label = new("流程", "Flow"), Form = "order", Sequence = [], Blocks = new Dictionary<string, FlowBlockDefinition>() };
        var sequence = Sequence(trunk);
        return new()
        {
            Key = "flow",
            App = "app",
            Label = new("流程", "Flow"),
            Form = null!,
            Definition = change is null ? definition : change(definition),
            Starts = [],
            Trunk = sequence,
            Blocks = sequence.WithAllBelow.ToFrozenDictionary(block => block.Key),
        };
    }

    public static FlowBlock Approve(string key, string members, Func<ApprovalSettings, ApprovalSettings>? change = null)
    {
        var settings = new ApprovalSettings { Assignees = [Members(members)] };
        return Leaf(key, new ApprovalNode(), change is null ? settings : change(settings));
    }

    public static FlowBlock Handle(string key, string? members = null, Func<HandleSettings, HandleSettings>? change = null)
    {
        var settings = new HandleSettings { Assignees = members is null ? [] : [Members(members)] };
        return Leaf(key, new HandleNode(), change is null ? settings : change(settings));
    }

    public static FlowBlock Leaf(string key, IFlowNode node, object settings, params string[] formulas) => new FlowBlock.Leaf
    {
        Key = key, Label = new(key), Node = node, Settings = settings, Formulas = formulas.ToDictionary(name => name, _ => Any),
    };

    public static AssigneeRule Members(string names) => new() { Kind = AssigneeKind.Members, Members = names.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

    /// <summary>The branches get the keys <c>KEY.0</c>, <c>KEY.1</c> …; with <paramref name="hasDefault"/> the last one has no condition.</summary>
    public static FlowBlock Exclusive(string key, bool hasDefault, params FlowBlock[][] branches)
        => Own(new FlowBlock.Exclusive { Key = key, Label = new(key), Branches = Branches(key, hasDefault, branches) });

    public static FlowBlock Inclusive(string key, bool hasDefault, params FlowBlock[][] branches)
        => Own(new FlowBlock.Inclusive { Key = key, Label = new(key), Branches = Branches(key, hasDefault, branches) });

    public static FlowBlock Parallel(string key, params FlowBlock[][] branches) => Parallel(key, branches.Length, FlowRemainder.Cancel, FlowBranchRejection.RejectAll, branches);

    public static FlowBlock Parallel(string key, int needed, FlowRemainder remainder, FlowBranchRejection onReject, params FlowBlock[][] branches) => Own(new FlowBlock.Parallel
    {
        Key = key,
        Label = new(key),
        Needed = needed,
        Remainder = remainder,
        OnReject = onReject,
        Branches = [.. branches.Select((blocks, index) => new FlowBranch($"{key}.{index}", new(key), null, Sequence(blocks)))],
    });

    public static FlowBlock Loop(string key, int maximum, params FlowBlock[] body) => Own(new FlowBlock.Repetition
    {
        Key = key, Label = new(key), Until = Any, Maximum = maximum, Body = new($"{key}.0", new(key), null, Sequence(body)),
    });

    private static IReadOnlyList<FlowBranch> Branches(string key, bool hasDefault, FlowBlock[][] branches)
        => [.. branches.Select((blocks, index) => new FlowBranch($"{key}.{index}", new LocalizedText(key), hasDefault && index == branches.Length - 1 ? null : Any, Sequence(blocks)))];

    private static FlowBlock Own(FlowBlock block)
    {
        foreach (var branch in block.Ways)
        {
            (branch.Sequence.Owner, branch.Sequence.Branch) = (block, branch.Key);
        }

        return block;
    }

    private static FlowSequence Sequence(FlowBlock[] blocks)
    {
        var sequence = new FlowSequence { Blocks = blocks };
        for (var place = 0; place < blocks.Length; place++)
        {
            (blocks[place].Within, blocks[place].Place) = (sequence, place);
        }

        return sequence;
    }

    private sealed class NoFields : IFormulaSchema
    {
        public string Key => "none";

        public LocalizedText Label => new("无", "none");

        public long Version => 1;

        public IReadOnlyList<FormulaField> Fields => [];
    }
}
