using LowCodeErp.Core.Diagnostics;
using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>The publish check: steps without people, names that lead nowhere, blocks that are never reached, circles without rest.</summary>
public sealed class FlowSoundnessTests
{
    [Theory]
    [InlineData("""{"assignees": []}""", "flow.node.no-assignees blocks.it.settings.assignees")]
    [InlineData("""{"assignees": [{"kind": "role", "roles": ["gone"]}]}""", "role-unknown blocks.it.settings.assignees[0].roles[0]")]
    [InlineData("""{"assignees": [{"kind": "role", "roles": ["elsewhere/director"]}]}""", "role-unknown blocks.it.settings.assignees[0].roles[0]")]
    [InlineData("""{"assignees": [{"kind": "initiators-choice"}]}""", "choice-range blocks.it.settings.assignees[0]")]
    [InlineData("""{"assignees": [{"kind": "approvers-choice"}]}""", "choice-range blocks.it.settings.assignees[0]")]
    [InlineData("""{"assignees": [{"kind": "member-field", "field": "gone"}]}""", "metadata.path.unknown blocks.it.settings.assignees[0].field")]
    [InlineData("""{"assignees": [{"kind": "member-field", "field": "amount"}]}""", "assignee-field blocks.it.settings.assignees[0].field")]
    [InlineData("""{"assignees": [{"kind": "department-field", "field": "buyer"}]}""", "assignee-field blocks.it.settings.assignees[0].field")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "whenEmpty": "members"}""", "flow.node.needs-other blocks.it.settings.whenEmpty")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "whenEmpty": "pass"}""", "task-may-pass-alone blocks.it.settings.whenEmpty")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "timeouts": [{"hours": 0}]}""", "flow.node.out-of-range blocks.it.settings.timeouts[0].hours")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "timeouts": [{}]}""", "json.missing-member blocks.it.settings.timeouts[0]")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "timeouts": [{"hours": 1, "action": "approve"}, {"hours": 2}]}""", "timeout-dead blocks.it.settings.timeouts[1]")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "onReject": "block", "rejectTo": "later"}""", "reject-to-later blocks.it.settings.rejectTo")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "onReject": "block", "rejectTo": "gone"}""", "block-unknown blocks.it.settings.rejectTo")]
    [InlineData("""{"assignees": [{"kind": "initiator"}], "fields": {"gone": "hide"}}""", "metadata.path.unknown blocks.it.settings.fields.gone")]
    public void Approval_ThatCannotWork_IsToldWithThePlace(string settings, string expected)
        => Assert.Contains(Findings(Flow($$$$"""
            "it": {"type": "approval", "settings": {{{{settings}}}}}, "later": {{{{Approval}}}}
            """, "it, later")), finding => Matches(finding, expected));

    /// <summary>Codes of other subsystems are told by their beginning, since they are theirs.</summary>
    private static bool Matches(string finding, string expected) => expected.StartsWith("metadata.", StringComparison.Ordinal)
        ? finding.StartsWith("metadata.", StringComparison.Ordinal) && finding.Split(' ')[1] == expected.Split(' ')[1]
        : finding == expected || (expected.StartsWith("json.", StringComparison.Ordinal) && finding.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"assignees": [{"kind": "member-field", "field": "buyer"}, {"kind": "member-field", "field": "supplier.owner"}, {"kind": "department-field", "field": "department"}]}""")]
    [InlineData("""{"assignees": [{"kind": "initiators-choice", "roles": ["director"]}], "mode": "vote", "threshold": {"value": 2, "of": 3}}""")]
    [InlineData("""{"assignees": [{"kind": "formula", "formula": "IF([amount] > 10, \"li\", \"wang\")"}], "timeouts": [{"hours": 24}, {"hours": 24, "action": "escalate"}]}""")]
    [InlineData("""{"assignees": [{"kind": "role", "roles": ["director", "app-administrator"]}], "onReject": "block", "rejectTo": "before", "fields": {"amount": "edit", "line": "hide"}}""")]
    public void Approval_ThatWorks_IsFine(string settings)
        => Assert.Empty(Findings(Flow($$$$"""
            "before": {{{{Approval}}}}, "it": {"type": "approval", "settings": {{{{settings}}}}}
            """, "before, it")));

    [Theory]
    [InlineData("""{"type": "create", "settings": {"form": "gone"}}""", "form-unknown blocks.it.settings.form")]
    [InlineData("""{"type": "create", "settings": {"form": "supplier", "values": {"gone": "1"}}}""", "metadata.path.unknown blocks.it.settings.values.gone")]
    [InlineData("""{"type": "create", "settings": {"form": "supplier", "values": {"credit": "[title] & \"!\""}}}""", "formula. blocks.it.settings.values.credit")]
    [InlineData("""{"type": "update", "settings": {"values": {"gone": "1"}}}""", "metadata.path.unknown blocks.it.settings.values.gone")]
    [InlineData("""{"type": "find", "settings": {"form": "supplier", "when": "[amount] > 1"}}""", "formula. blocks.it.settings.when")]
    [InlineData("""{"type": "condition", "settings": {"when": "[amount]"}}""", "formula. blocks.it.settings.when")]
    [InlineData("""{"type": "delay", "settings": {}}""", "flow.node.either-or blocks.it.settings")]
    [InlineData("""{"type": "delay", "settings": {"hours": 1, "moon": true}}""", "json. blocks.it.settings.moon")]
    [InlineData("""{"type": "route", "settings": {"to": "gone"}}""", "block-unknown blocks.it.settings.to")]
    [InlineData("""{"type": "route", "settings": {"to": "it"}}""", "route-target blocks.it.settings")]
    [InlineData("""{"type": "route", "settings": {"to": "within", "when": "[amount] > 1"}}""", "route-target blocks.it.settings")]
    public void Node_NamingWhatIsNotThere_IsRefusedWithThePlace(string node, string expected)
        => Assert.Contains(Findings(Flow($$$$"""
            "approve": {{{{Approval}}}}, "within": {{{{Approval}}}},
            "both": {"type": "parallel", "branches": [{"key": "a", "sequence": ["within"]}, {"key": "b"}]}, "it": {{{{node}}}}
            """, "approve, both, it")), finding => finding.StartsWith(expected.Split(' ')[0], StringComparison.Ordinal) && finding.EndsWith(" " + expected.Split(' ')[1], StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"type": "end"}""")]
    [InlineData("""{"type": "route", "settings": {"to": "approve"}}""")]
    [InlineData("""{"type": "exclusive", "branches": [{"key": "a", "when": "[amount] > 1", "sequence": ["stop"]}, {"key": "b", "sequence": ["stop-too"]}]}""")]
    public void Block_BehindAnEnd_IsNeverReached(string end)
    {
        var found = Assert.Single(Compile(Flow($$$$"""
            "approve": {{{{Approval}}}}, "it": {{{{end}}}}, "stop": {"type": "end"}, "stop-too": {"type": "end"}, "later": {{{{Approval}}}}
            """, end.Contains("stop", StringComparison.Ordinal) ? "approve, it, later" : "approve, it, later, stop, stop-too")).Diagnostics, one => Tell(one).StartsWith("block-dead", StringComparison.Ordinal));
        Assert.Equal("block-dead blocks.later", Tell(found));
        Assert.Equal(Severity.Error, found.Severity);
    }

    [Theory]
    [InlineData("""{"type": "route", "settings": {"to": "copy", "when": "[amount] > 1"}}""", "endless blocks.it")]
    [InlineData("""{"type": "route", "settings": {"to": "count", "when": "[amount] > 1"}}""", "never-rests blocks.it")]
    [InlineData("""{"type": "route", "settings": {"to": "approve", "when": "[amount] > 1"}}""", null)]
    [InlineData("""{"type": "loop", "branches": [{"key": "body", "sequence": []}], "settings": {"until": "[amount] > 1"}}""", "endless blocks.it")]
    [InlineData("""{"type": "loop", "branches": [{"key": "body", "sequence": ["again"]}], "settings": {"until": "[amount] > 1"}}""", "never-rests blocks.it")]
    public void Circle_ThatNeverRests_IsTold(string circle, string? expected)
    {
        const string Count = """{"type": "update", "settings": {"values": {"days": "[days] + 1"}}}""";
        var inner = circle.Contains("again", StringComparison.Ordinal) ? $", \"again\": {Count}" : "";
        var findings = Findings(Flow($$$$"""
            "approve": {{{{Approval}}}}, "count": {{{{Count}}}}, "copy": {"type": "cc", "settings": {"receivers": [{"kind": "initiator"}]}}, "it": {{{{circle}}}}{{{{inner}}}}
            """, "approve, count, copy, it"));
        Assert.Equal(expected is null ? [] : [expected], findings);
    }

    [Theory]
    [InlineData("""{"on": "schedule"}""", "start-schedule starts[0]")]
    [InlineData("""{"on": "schedule", "schedule": "every day"}""", "start-schedule-unreadable starts[0].schedule")]
    [InlineData("""{"on": "submit", "schedule": "0 0 8 ? * MON"}""", "start-member-unused starts[0].schedule")]
    [InlineData("""{"on": "submit"}, {"on": "submit"}""", "start-submit-twice starts")]
    [InlineData("""{"on": "button"}""", "start-button starts[0]")]
    [InlineData("""{"on": "submit", "key": "go"}""", "start-member-unused starts[0]")]
    [InlineData("""{"on": "button", "key": "go", "label": {"zh-CN": "走"}}, {"on": "button", "key": "go", "label": {"zh-CN": "再走"}}""", "start-button-twice starts[1].key")]
    [InlineData("""{"on": "created", "fields": ["amount"]}""", "start-member-unused starts[0].fields")]
    [InlineData("""{"on": "changed", "fields": ["gone"]}""", "metadata.field.unknown starts[0].fields[0]")]
    public void Start_Malformed_IsRefusedWithThePlace(string starts, string expected)
        => Assert.Contains(expected, Findings(Flow($"\"approve\": {Approval}", "approve", $"\"starts\": [{starts}],")));

    [Fact]
    public void Starts_OfEveryKind_AreCompiled()
    {
        var flow = Model(Flow($"\"approve\": {Approval}", "approve", """
            "title": "[title] & \"：\" & [amount]",
            "starts": [{"on": "submit"}, {"on": "changed", "fields": ["amount"], "when": "OLD([amount]) < [amount]"}, {"on": "schedule", "schedule": "0 0 8 ? * MON", "when": "[status] = \"new\""},
              {"on": "button", "key": "ask", "label": {"zh-CN": "提交审批"}}],
            """));
        Assert.Equal(4, flow.Starts.Count);
        Assert.Equal("amount", flow.Starts[1].Fields.Single().Key);
        Assert.NotNull(flow.Starts[2].When);
        Assert.NotNull(flow.Title);
    }

    [Fact]
    public void Mentions_OfMembersAndDepartments_AreKeptWithTheirPlaces()
    {
        var flow = Model(Flow("""
            "it": {"type": "approval", "label": {"zh-CN": "审批"}, "settings": {"assignees": [{"kind": "members", "members": ["li", "wang"]}, {"kind": "department-heads", "departments": ["D01"]}]}}
            """, "it", """ "administrators": ["zhao"], """));
        Assert.Equal(
            ["zhao administrators[0]", "li blocks.it.settings.assignees[0].members[0]", "wang blocks.it.settings.assignees[0].members[1]", "D01 blocks.it.settings.assignees[1].departments[0]"],
            flow.Mentions.Select(mention => $"{mention.Name} {mention.Path}"));
    }
}
