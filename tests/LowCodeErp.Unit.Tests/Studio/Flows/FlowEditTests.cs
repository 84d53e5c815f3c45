using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Edits;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Unit.Tests.Studio.Flows;

/// <summary>Edits of a drawn flow: a tree stays one, and everything can be undone (flows.md 5.4, checks 2 and 3).</summary>
public sealed class FlowEditTests
{
    private const int Edits = 10_000;

    private static readonly string[] Branchings = [FlowBlockDefinition.Exclusive, FlowBlockDefinition.Inclusive, FlowBlockDefinition.Parallel, FlowBlockDefinition.Loop];

    [Fact]
    public void RandomEdits_KeepATree_AndAreUndoneAndRedone()
    {
        var random = new Random(20261123);
        var original = Document(new() { Key = "flow", Label = new("流程"), Form = "order", Sequence = [], Blocks = new Dictionary<string, FlowBlockDefinition>() });
        var history = new EditHistory(original, Edits);
        var done = 0;
        for (var count = 0; count < Edits; count++)
        {
            var edit = Next(random, history.Current.FindFlow("flow")!);
            done += history.Do(edit) ? 1 : 0;
            if (count % 20 == 0)
            {
                AssertTree(history.Current.FindFlow("flow")!, edit);
            }
        }

        AssertTree(history.Current.FindFlow("flow")!, null);
        var (final, text) = (history.Current, DefinitionWriter.Write(history.Current.FindFlow("flow")!));
        Assert.InRange(done, Edits / 2, Edits);
        Assert.Equal(done, Repeat(history.Undo));
        Assert.Same(original, history.Current);
        Assert.Equal(done, Repeat(history.Redo));
        Assert.Same(final, history.Current);
        Assert.Equal(text, DefinitionWriter.Write(history.Current.FindFlow("flow")!));
    }

    [Fact]
    public void Move_WithinItsSequence_CountsThePlaceWithoutIt()
    {
        var flow = Apply(Trunk("a", "b", "c"), new MoveBlocks("flow", ["a"], FlowPlace.OnTrunk(2), new("a")));

        Assert.Equal(["b", "a", "c"], flow.Sequence);
    }

    [Fact]
    public void Move_IntoItself_DoesNothing()
    {
        var flow = Choice();

        Assert.Same(flow, Apply(flow, new MoveBlocks("flow", ["choice"], new("choice", "a", 0), new("x"))));
    }

    [Fact]
    public void Remove_TakesWhatStandsInIt()
    {
        var flow = Apply(Choice(), new RemoveBlocks("flow", ["choice"], new("x")));

        Assert.Empty(flow.Sequence);
        Assert.Empty(flow.Blocks);
    }

    [Fact]
    public void Paste_GivesNewKeys_AndKeepsTheShape()
    {
        var flow = Choice();
        var pasted = Apply(flow, new AddBlocks("flow", FlowClip.Of(flow, ["choice"]), FlowPlace.OnTrunk(1), new("x")));

        Assert.Equal(["choice", "choice-2"], pasted.Sequence);
        Assert.Equal(["x-2"], pasted.Blocks["choice-2"].Branches[0].Sequence);
        Assert.Empty(FlowTree.Check(pasted));
    }

    [Fact]
    public void Branches_TheDefaultStaysLast_AndTwoRemain()
    {
        var flow = Choice();
        var grown = Apply(flow, new AddBranch("flow", "choice", new() { Key = "a", When = "1 = 1" }, new("x")));

        Assert.Equal(["a", "a-2", "rest"], grown.Blocks["choice"].Branches.Select(branch => branch.Key));
        Assert.Equal(["a-2", "a", "rest"], Apply(grown, new MoveBranch("flow", "choice", "a-2", 0, new("x"))).Blocks["choice"].Branches.Select(branch => branch.Key));
        Assert.Same(grown, Apply(grown, new MoveBranch("flow", "choice", "rest", 0, new("x"))));
        Assert.Same(grown, Apply(grown, new RemoveBranch("flow", "choice", "rest", new("x"))));
        var shrunk = Apply(grown, new RemoveBranch("flow", "choice", "a", new("x")));
        Assert.Equal(["a-2", "rest"], shrunk.Blocks["choice"].Branches.Select(branch => branch.Key));
        Assert.DoesNotContain("x", shrunk.Blocks.Keys);
        Assert.Same(shrunk, Apply(shrunk, new RemoveBranch("flow", "choice", "a-2", new("x"))));
    }

    private static IEdit Next(Random random, FlowDefinition flow)
    {
        var keys = flow.Blocks.Keys.ToList();
        var key = keys.Count == 0 ? "none" : keys[random.Next(keys.Count)];
        var branches = flow.Blocks.GetValueOrDefault(key)?.Branches ?? [];
        var branch = branches.Count == 0 ? "none" : branches[random.Next(branches.Count)].Key;
        return random.Next(keys.Count > 120 ? 12 : 9) switch
        {
            0 or 1 => new AddBlocks("flow", new(["step"], new Dictionary<string, FlowBlockDefinition> { ["step"] = new() { Type = "approval" } }), Place(random, flow), new("x")),
            2 => new AddBlocks("flow", new(["way"], new Dictionary<string, FlowBlockDefinition> { ["way"] = Branching(random) }), Place(random, flow), new("x")),
            3 => new AddBlocks("flow", FlowClip.Of(flow, [key]), Place(random, flow), new("x")),
            4 => new MoveBlocks("flow", [key, keys.Count == 0 ? "none" : keys[random.Next(keys.Count)]], Place(random, flow), new("x")),
            5 => new AddBranch("flow", key, new() { Key = "more", When = "1 = 1" }, new("x")),
            6 => new MoveBranch("flow", key, branch, random.Next(4), new("x")),
            7 => new ChangeBlock("flow", key, $"label-{random.Next()}", new("x"), block => block with { Label = new($"名称 {random.Next()}") }),
            8 => new ChangeBranch("flow", key, branch, $"label-{random.Next()}", new("x"), way => way with { Label = new($"名称 {random.Next()}") }),
            9 => new RemoveBranch("flow", key, branch, new("x")),
            _ => new RemoveBlocks("flow", [key], new("x")),
        };
    }

    private static FlowPlace Place(Random random, FlowDefinition flow)
    {
        var places = flow.Blocks.SelectMany(block => block.Value.Branches.Select(branch => new FlowPlace(block.Key, branch.Key, random.Next(branch.Sequence.Count + 1))))
            .Append(FlowPlace.OnTrunk(random.Next(flow.Sequence.Count + 1))).ToList();
        return places[random.Next(places.Count)];
    }

    private static FlowBlockDefinition Branching(Random random)
    {
        var type = Branchings[random.Next(Branchings.Length)];
        return new()
        {
            Type = type,
            Branches = type == FlowBlockDefinition.Loop ? [new() { Key = "body" }] : [new() { Key = "a", When = type == FlowBlockDefinition.Parallel ? null : "1 = 1" }, new() { Key = "b" }],
        };
    }

    private static void AssertTree(FlowDefinition flow, IEdit? after)
    {
        if (FlowTree.Check(flow) is { Count: > 0 } mistakes)
        {
            Assert.Fail($"After {after}: {string.Join(Environment.NewLine, mistakes)}");
        }
    }

    private static int Repeat(Func<bool> step)
    {
        var count = 0;
        while (step())
        {
            count++;
        }

        return count;
    }

    private static FlowDefinition Choice() => new()
    {
        Key = "flow", Label = new("流程"), Form = "order", Sequence = ["choice"],
        Blocks = new Dictionary<string, FlowBlockDefinition>
        {
            ["choice"] = new() { Type = FlowBlockDefinition.Exclusive, Branches = [new() { Key = "a", When = "1 = 1", Sequence = ["x"] }, new() { Key = "rest" }] },
            ["x"] = new() { Type = "approval" },
        },
    };

    private static FlowDefinition Trunk(params string[] keys) => new()
    {
        Key = "flow", Label = new("流程"), Form = "order", Sequence = keys, Blocks = keys.ToDictionary(key => key, _ => new FlowBlockDefinition { Type = "approval" }),
    };

    private static FlowDefinition Apply(FlowDefinition flow, IEdit edit) => edit.Apply(Document(flow)).FindFlow("flow")!;

    private static AppDocument Document(FlowDefinition flow) => new(new AppDefinition { Key = "app", Label = new("应用") }, [], []) { Flows = [flow] };
}
