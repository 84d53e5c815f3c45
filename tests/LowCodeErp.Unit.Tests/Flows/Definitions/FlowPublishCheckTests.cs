using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>What publishing finds by what flows mean: dead branches, gaps and overlaps by kind of field, flows without people, automation without end.</summary>
public sealed class FlowPublishCheckTests
{
    private const string Count = """{"type": "update", "settings": {"values": {"days": "[days] + 1"}}}""";

    [Theory]
    [InlineData("TRUE", "[amount] > 1")]
    [InlineData("[amount] > 0 OR NOT([amount] > 0)", "[amount] > 1")]
    [InlineData("[amount] > 100", "[amount] > 100 AND [days] > 3")]
    [InlineData("[status] = \"new\" OR [amount] > 5", "[status] = \"new\"")]
    [InlineData("[urgent]", "[urgent] AND [amount] > 10")]
    public void DeadBranch_BehindAConditionThatCoversIt_IsRefused(string first, string second)
        => Assert.Contains("branch-shadowed blocks.choice.branches[1].when", Findings(Exclusive(first, second, null)));

    [Theory]
    [InlineData("[status] = \"new\" AND [status] = \"approved\"")]
    [InlineData("[urgent] AND NOT([urgent])")]
    [InlineData("[amount] > 10 AND [amount] < 10")]
    [InlineData("FALSE")]
    public void DeadBranch_ThatContradictsItself_IsRefused(string condition)
        => Assert.Contains("branch-dead blocks.choice.branches[0].when", Findings(Exclusive(condition, "[days] > 3", null)));

    [Theory]
    [InlineData("[amount] > 1000", "[amount] < 2000")]
    [InlineData("[status] = \"new\"", "[status] <> \"approved\" AND [amount] > 1")]
    [InlineData("[urgent]", "[amount] > 1000")]
    public void Overlap_OverNumbersChoicesAndBooleans_Warns(string first, string second)
        => Assert.Equal(["branch-overlap blocks.choice.branches[1].when"], Findings(Exclusive(first, second, null)));

    [Theory]
    [InlineData("[amount] > 1000", "[amount] < 1000")]
    [InlineData("[status] = \"new\"", "[status] = \"approved\"")]
    [InlineData("[urgent] AND [amount] > 1", "[urgent] AND [amount] <= 1")]
    public void Gap_OverNumbersChoicesAndBooleans_IsRefusedWithoutADefault(string first, string second)
        => Assert.Equal(["default-missing blocks.choice"], Findings(Exclusive(first, second)));

    [Theory]
    [InlineData("")]
    [InlineData(""" "starts": [{"on": "submit"}, {"on": "created"}],""")]
    public void Flow_ThatIsSubmittedButAsksNobody_Warns(string starts)
        => Assert.Equal(["nobody-asked sequence"], Findings(Flow("""
            "tell": {"type": "cc", "settings": {"receivers": [{"kind": "initiator"}]}}, "rest": {"type": "delay", "settings": {"hours": 1}}
            """, "tell, rest", starts)));

    [Fact]
    public void Flow_OfTheSystemThatAsksNobody_IsFine()
        => Assert.Empty(Findings(Flow("""
            "tell": {"type": "cc", "settings": {"receivers": [{"kind": "member-field", "field": "buyer"}]}}
            """, "tell", """ "starts": [{"on": "created"}],""")));

    [Theory]
    [InlineData(""" "starts": [{"on": "changed"}],""", Count)]
    [InlineData(""" "starts": [{"on": "changed", "fields": ["days", "amount"]}],""", Count)]
    [InlineData(""" "starts": [{"on": "created"}],""", """{"type": "create", "settings": {"form": "request", "values": {"title": "[title]"}}}""")]
    public void Automation_ThatSetsItselfGoing_Warns(string starts, string step)
        => Assert.Equal(["sets-itself-going starts"], Findings(Flow($"\"step\": {step}", "step", starts)));

    [Theory]
    [InlineData(""" "starts": [{"on": "changed", "fields": ["amount"]}],""", "step")]
    [InlineData(""" "starts": [{"on": "created"}],""", "step")]
    [InlineData(""" "starts": [{"on": "changed"}],""", "approve, step")]
    public void Automation_ThatComesToRest_IsFine(string starts, string sequence)
        => Assert.Empty(Findings(Flow($"\"step\": {Count}, \"approve\": {Approval}", sequence.Contains("approve", StringComparison.Ordinal) ? sequence : $"{sequence}, approve", starts)));

    [Fact]
    public void Automation_OfFlowsThatSetEachOtherGoing_WarnsAtEach()
    {
        var (first, second) = (
            Flow($"\"step\": {Count}", "step", """ "starts": [{"on": "changed", "fields": ["amount"]}],""", "first"),
            Flow("""
                "step": {"type": "update", "settings": {"values": {"amount": "[amount] + 1"}}}
                """, "step", """ "starts": [{"on": "changed", "fields": ["days"]}],""", "second"));

        var warnings = Compile(first, second).Diagnostics;

        Assert.Equal(["sets-itself-going starts", "sets-itself-going starts"], warnings.Select(Tell));
        Assert.All(warnings, warning => Assert.Contains("采购审批 → 采购审批 → 采购审批", warning.Message.Chinese, StringComparison.Ordinal));
        Assert.Empty(Compile(first).Diagnostics);
    }

    private static string Exclusive(params string?[] conditions)
    {
        var branches = conditions.Select((when, index)
            => $"{{\"key\": \"b{index}\", {(when is null ? "" : $"\"when\": {System.Text.Json.JsonSerializer.Serialize(when)}, ")}\"sequence\": []}}");
        return Flow($"\"choice\": {{\"type\": \"exclusive\", \"branches\": [{string.Join(", ", branches)}]}}, \"approve\": {Approval}", "choice, approve");
    }
}
