using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>Conditions of branches: each for itself, and what they mean to each other (rules 46 and 48).</summary>
public sealed class FlowConditionTests
{
    [Fact]
    public void Conditions_WithoutGapOrOverlap_AreFine()
        => Assert.Empty(Findings(Exclusive("[amount] > 1000", "[amount] <= 1000 AND [amount] > 100", null)));

    [Fact]
    public void Conditions_Overlapping_WarnWithAnExample()
    {
        var warning = Assert.Single(Compile(Exclusive("[amount] > 1000", "[amount] > 100", null)).Diagnostics);
        Assert.Equal("branch-overlap blocks.choice.branches[1].when", Tell(warning));
        Assert.Contains("[amount] > 1000", warning.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("走前面的“b0”", warning.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[amount] > 100", "[amount] > 1000", "branch-shadowed blocks.choice.branches[1].when")]
    [InlineData("[amount] > 100 AND [amount] < 50", "[amount] > 1000", "branch-dead blocks.choice.branches[0].when")]
    [InlineData("[gone] > 1", "[amount] > 1000", "formula.unknown-field blocks.choice.branches[0].when")]
    [InlineData("[amount] >", "[amount] > 1000", "formula.operand-missing blocks.choice.branches[0].when")]
    public void Condition_NeverMet_IsRefusedWithThePlace(string first, string second, string expected)
        => Assert.Contains(Findings(Exclusive(first, second, null)), finding => finding.EndsWith(expected.Split(' ')[1], StringComparison.Ordinal)
            && (expected.StartsWith("formula.", StringComparison.Ordinal) ? finding.StartsWith("formula.", StringComparison.Ordinal) : finding == expected));

    [Fact]
    public void Default_Missing_IsRefusedWithWhatWouldLeadNowhere()
    {
        var error = Assert.Single(Compile(Exclusive("[amount] > 1000", "[amount] <= 100")).Diagnostics);
        Assert.Equal("default-missing blocks.choice", Tell(error));
        Assert.Contains("100 < [amount] <= 1000", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_InTheMiddle_IsRefused()
        => Assert.Contains("branch-after-default blocks.choice.branches[0]", Findings(Exclusive(null, "[amount] > 1000")));

    [Fact]
    public void Default_BehindEverything_Warns()
        => Assert.Equal(["default-dead blocks.choice.branches[2]"], Findings(Exclusive("[amount] > 1000", "[amount] <= 1000 OR ISBLANK([amount])", null)));

    [Fact]
    public void Inclusive_ThatMayLeadNowhere_Warns()
        => Assert.Equal(["inclusive-gap blocks.choice"], Findings(Exclusive("[amount] > 1000", "[days] > 3").Replace("exclusive", "inclusive", StringComparison.Ordinal)));

    [Fact]
    public void Inclusive_Overlapping_IsFine()
        => Assert.Empty(Findings(Exclusive("[amount] > 1000", "[amount] > 100", null).Replace("exclusive", "inclusive", StringComparison.Ordinal)));

    [Fact]
    public void Conditions_OfReferredRecords_AreCompiled()
        => Assert.Empty(Findings(Exclusive("[supplier.credit] < 10", null)));

    private static string Exclusive(params string?[] conditions)
    {
        var branches = conditions.Select((when, index) => when is null ? $$$$"""{"key": "b{{{{index}}}}", "sequence": []}""" : $$$$"""{"key": "b{{{{index}}}}", "when": "{{{{when}}}}", "sequence": []}""");
        return Flow($$$$"""
            "choice": {"type": "exclusive", "branches": [{{{{string.Join(", ", branches)}}}}]}, "approve": {{{{Approval}}}}
            """, "choice, approve");
    }
}
