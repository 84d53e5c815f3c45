using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;
using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>Whether the blocks are a tree, and what becomes of it.</summary>
public sealed class FlowStructureTests
{
    private const string Choice = """
        "choice": {"type": "exclusive", "branches": [
          {"key": "large", "label": {"zh-CN": "大额"}, "when": "[amount] > 1000", "sequence": ["approve"]},
          {"key": "small", "sequence": []}
        ]}
        """;

    [Fact]
    public void Flow_Sound_EveryBlockKnowsWhereItStands()
    {
        var flow = Model(Flow($"{Choice}, \"approve\": {Approval}, \"done\": {Approval}", "choice, done"));

        var choice = Assert.IsType<FlowBlock.Exclusive>(flow.Find("choice"));
        var approve = flow.Find("approve")!;
        Assert.Equal(["choice", "approve", "done"], flow.Trunk.WithAllBelow.Select(block => block.Key));
        Assert.Same(choice, approve.Within.Owner);
        Assert.Equal(("large", 0), (approve.Within.Branch, approve.Place));
        Assert.Equal(1, flow.Find("done")!.Place);
        Assert.Same(flow.Trunk, flow.Find("done")!.Within);
        Assert.NotNull(choice.Branches[0].When);
        Assert.Null(choice.Branches[1].When);
        Assert.Equal("条件分支", choice.Label.Chinese);
    }

    [Theory]
    [InlineData("gone", "block-unknown sequence[0]", "block-unused blocks.approve")]
    [InlineData("approve, approve", "block-twice sequence[1]")]
    [InlineData("", "empty sequence", "block-unused blocks.approve")]
    public void Trunk_NamingBlocksWrongly_IsRefusedWithThePlace(string sequence, params string[] expected)
        => Assert.Equal(expected.Order(), Findings(Flow($"\"approve\": {Approval}", sequence)).Order());

    [Fact]
    public void Block_WithinItself_IsRefused()
        => Assert.Equal(
            ["block-circle blocks.outer.branches[0].sequence[0]"],
            Findings(Flow("""
                "outer": {"type": "parallel", "branches": [{"key": "a", "sequence": ["outer"]}, {"key": "b", "sequence": []}]}
                """, "outer")));

    [Fact]
    public void Blocks_HoldingEachOtherAwayFromTheTrunk_AreRefused()
        => Assert.Equal(
            ["block-circle blocks.first", "block-circle blocks.second"],
            Findings(Flow($$$$"""
                "approve": {{{{Approval}}}},
                "first": {"type": "parallel", "branches": [{"key": "a", "sequence": ["second"]}, {"key": "b", "sequence": []}]},
                "second": {"type": "parallel", "branches": [{"key": "a", "sequence": ["first"]}, {"key": "b", "sequence": []}]}
                """, "approve")));

    [Fact]
    public void Nesting_DeeperThanAllowed_IsRefusedOnce()
    {
        var blocks = Enumerable.Range(0, 40).Select(level
            => $$$$"""
               "level-{{{{level}}}}": {"type": "parallel", "branches": [{"key": "a", "sequence": ["level-{{{{level + 1}}}}"]}, {"key": "b", "sequence": []}]}
               """);
        Assert.Equal(
            ["too-deep blocks.level-19.branches[0].sequence[0]"],
            Findings(Flow($"{string.Join(", ", blocks)}, \"level-40\": {Approval}", "level-0")));
    }

    [Theory]
    [InlineData("""{"type": "dance"}""", "node-unknown blocks.it.type")]
    [InlineData("""{"type": "parallel", "branches": [{"key": "a"}]}""", "branch-single blocks.it")]
    [InlineData("""{"type": "parallel", "branches": [{"key": "a"}, {"key": "a"}]}""", "branch-duplicate blocks.it.branches[1].key")]
    [InlineData("""{"type": "parallel", "branches": [{"key": "a", "when": "TRUE"}, {"key": "b"}]}""", "branch-condition-unused blocks.it.branches[0].when")]
    [InlineData("""{"type": "parallel", "branches": [{"key": "a"}, {"key": "b"}], "settings": {"join": "count", "count": 3}}""", "join-count blocks.it.settings.count")]
    [InlineData("""{"type": "parallel", "branches": [{"key": "a"}, {"key": "b"}], "settings": {"join": "count"}}""", "join-count blocks.it.settings.count")]
    [InlineData("""{"type": "parallel", "branches": [{"key": "a"}, {"key": "b"}], "settings": {"count": 1}}""", "join-count-unused blocks.it.settings.count")]
    [InlineData("""{"type": "exclusive", "branches": [{"key": "a", "when": "[amount] > 1"}, {"key": "b"}], "settings": {}}""", "settings-unused blocks.it.settings")]
    [InlineData("""{"type": "loop", "branches": [], "settings": {"until": "[amount] > 1"}}""", "loop-branches blocks.it")]
    [InlineData("""{"type": "loop", "branches": [{"key": "a", "sequence": ["approve"]}], "settings": {"until": "[amount] > 1", "maximum": 0}}""", "loop-maximum blocks.it.settings.maximum")]
    [InlineData("""{"type": "approval", "branches": [{"key": "a"}], "settings": {"assignees": [{"kind": "role", "roles": ["director"]}]}}""", "leaf-branches blocks.it.branches")]
    public void Block_Malformed_IsRefusedWithThePlace(string block, string expected)
        => Assert.Contains(expected, Findings(Flow($"\"approve\": {Approval}, \"it\": {block}", "it")));

    [Fact]
    public void Flow_OfAFormThatThereIsNot_IsRefused()
        => Assert.Contains("form-unknown form", Findings(Flow($"\"approve\": {Approval}", "approve").Replace("\"form\": \"request\"", "\"form\": \"nothing\"", StringComparison.Ordinal)));

    [Fact]
    public void Flow_OfLines_IsRefused()
        => Assert.Contains("form-of-lines form", Findings(Flow($"\"approve\": {Approval}", "approve").Replace("\"form\": \"request\"", "\"form\": \"request-line\"", StringComparison.Ordinal)));

    [Fact]
    public void Flows_OfOneKey_AreRefused()
        => Assert.Equal(["duplicate key"], Findings(Flow($"\"approve\": {Approval}", "approve"), Flow($"\"approve\": {Approval}", "approve")));

    [Theory]
    [InlineData("""{"type": "update", "settings": {"values": {"sum": "[amount] + 1"}}}""")]
    [InlineData("""{"type": "create", "settings": {"form": "request", "values": {"title": "\"x\"", "sum": "1"}}}""")]
    public void Step_ThatSetsAComputedField_IsRefusedWithThePlace(string block)
    {
        var package = App.With(Form("request").Field("title", "text").Field("amount", "number").Field("sum", "number").Formula("[amount] * 2"));
        var found = Compiler.Compile(1, [package.WithFlows(Flow($"\"it\": {block}", "it"))]).Diagnostics.Select(Tell);
        Assert.Contains("field-computed blocks.it.settings.values.sum", found);
    }
}
