using LowCodeErp.Formula.Analysis;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Analysis;

public sealed class ConditionAnalyzerTests
{
    [Fact]
    public void Tiers_WithAHole_TellTheGap()
    {
        var analysis = Analyze("[数量] >= 1000", "[数量] < 1000 AND [数量] >= 100", "[数量] < 50");
        Assert.Equal(["50 <= [数量] < 100 或 [数量] 为空"], Words(analysis.Gap));
        Assert.Equal("50 <= [数量] < 100 or [数量] is blank", analysis.Gap.Regions[0].Words.English);
        Assert.All(analysis.Overlaps, overlap => Assert.Equal(Verdict.No, overlap.Finding.Verdict));
    }

    [Fact]
    public void Tiers_ThatTouch_TellTheOverlap()
    {
        var analysis = Analyze("[数量] >= 100", "[数量] <= 100");
        Assert.Equal(["[数量] = 100"], Words(analysis.Overlaps[0].Finding));
        Assert.Equal(["[数量] 为空"], Words(analysis.Gap));
    }

    [Theory]
    [InlineData("TODAY() - [到期日] >= 7", "DAYS(TODAY(), [到期日]) < 7", "[到期日] 为空")]
    [InlineData("[到期日] < TODAY()", "[到期日] > TODAY() + 1", "TODAY() <= [到期日] <= TODAY() + 1 或 [到期日] 为空")]
    [InlineData("[到期日] < #2024-03-01#", "[到期日] > #2024-02-29#", "[到期日] 为空")]
    [InlineData("YEAR([创建时间]) = 2024", "YEAR([创建时间]) <> 2024", "")]
    [InlineData("[创建时间] < TODAY()", "[创建时间] >= TODAY() + 1", "TODAY() <= [创建时间] < TODAY() + 1 或 [创建时间] 为空")]
    [InlineData("[名称] IN (\"a\", \"b\")", "[名称] <> \"c\" AND [名称] <> \"a\"", "[名称] = \"c\"")]
    [InlineData("[名称] = \"a\"", "ISBLANK([名称])", "[名称] 为其他值")]
    [InlineData("[已付]", "[已付] = FALSE", "[已付] 为空")]
    [InlineData("[已付]", "NOT([已付])", "")]
    [InlineData("BETWEEN([数量], 1, 9) AND [已付]", "[数量] < 1 OR [数量] > 9 OR ISBLANK([数量])", "1 <= [数量] <= 9 且 ([已付] = FALSE 或 [已付] 为空)")]
    [InlineData("[数量] * 2 > 10", "[数量] - 5 <= 0", "")]
    [InlineData("IF([已付], [数量] > 5, [数量] > 9)", "[数量] <= 5", "([已付] = FALSE 或 [已付] 为空) 且 (5 < [数量] <= 9 或 [数量] 为空)|[已付] = TRUE 且 [数量] 为空")]
    [InlineData("[客户.等级] = \"A\"", "[客户.等级] <> \"A\"", "")]
    public void TwoConditions_OfOneKind_LeaveTheGap(string first, string second, string gap)
        => Assert.Equal(gap, string.Join('|', Words(Analyze(first, second).Gap)));

    [Theory]
    [InlineData("[数量] > 5 AND [数量] < 3", Verdict.No, Verdict.Yes)]
    [InlineData("[数量] > 5 OR [数量] <= 5 OR ISBLANK([数量])", Verdict.Yes, Verdict.No)]
    [InlineData("[数量] > 5 OR [数量] <= 5", Verdict.No, Verdict.No)]
    [InlineData("[到期日] > #2024-01-01# AND [到期日] < #2024-01-02#", Verdict.No, Verdict.Yes)]
    [InlineData("[数量] > 1 AND [数量] < 2", Verdict.No, Verdict.No)]
    [InlineData("[到期日] >= #0001-01-01# OR [到期日] = \"\"", Verdict.Yes, Verdict.No)]
    [InlineData("[名称] = \"a\" AND [名称] = \"b\"", Verdict.No, Verdict.Yes)]
    [InlineData("CONTAINS([名称], \"a\")", Verdict.Unknown, Verdict.Unknown)]
    [InlineData("CONTAINS([名称], \"a\") AND [数量] > 5 AND [数量] < 3", Verdict.No, Verdict.Yes)]
    [InlineData("[数量] > [单价]", Verdict.Unknown, Verdict.Unknown)]
    [InlineData("[到期日] > TODAY() AND [到期日] < #2024-01-01#", Verdict.Unknown, Verdict.Unknown)]
    [InlineData("[数量] / [单价] > 1 OR [数量] > 1 OR NOT([数量] > 1)", Verdict.Unknown, Verdict.Unknown)]
    [InlineData("[数量] > 1 OR NOT([数量] > 1) OR [数量] / [单价] > 1", Verdict.Yes, Verdict.No)]
    [InlineData("ISBLANK([客户]) AND [客户.等级] = \"A\"", Verdict.No, Verdict.Yes)]
    public void OneCondition_Analysed_IsAlwaysOrNeverTrue(string text, Verdict always, Verdict never)
    {
        var fact = Analyze(text).Facts[0];
        Assert.Equal((always, never), (fact.IsAlwaysTrue, fact.IsNeverTrue));
    }

    [Fact]
    public void Branch_BehindAWiderOne_IsShadowed()
        => Assert.Equal(
            [Verdict.No, Verdict.Yes, Verdict.No, Verdict.Unknown],
            Analyze("[数量] > 10", "[数量] > 20", "[数量] > 5", "CONTAINS([名称], \"a\") AND [单价] > 1").Facts.Select(fact => fact.IsShadowed));

    [Fact]
    public void Boundary_OfANumber_HasItsNeighbours()
    {
        var boundary = Assert.Single(Analyze("[数量] >= 100.005").Boundaries);
        Assert.Equal((100.004m, 100.005m, 100.006m), (boundary.Below, boundary.On, boundary.Above));
    }

    [Fact]
    public void Boundary_RelativeToToday_IsAsOfTheContext()
    {
        var boundary = Assert.Single(Analyze("DAYS(TODAY(), [到期日]) >= 7").Boundaries);
        Assert.Equal("[到期日] = TODAY() - 7", boundary.Words.Chinese);
        Assert.Equal((new DateOnly(2024, 1, 29), new DateOnly(2024, 1, 30), new DateOnly(2024, 1, 31)), (boundary.Below, boundary.On, boundary.Above));
    }

    [Fact]
    public void Choices_ThatAreAllThereIs_LeaveNoOtherValue()
    {
        CompiledFormula[] conditions = [Sample.Compile("[名称] = \"a\""), Sample.Compile("[名称] = \"b\"")];
        var analysis = ConditionAnalyzer.Analyze(conditions, Sample.Context, _ => new FieldDomain(CanBeBlank: false, Choices: ["a", "b"]));
        Assert.Equal(Verdict.No, analysis.Gap.Verdict);
    }

    [Fact]
    public void TooManyCombinations_AreUnknown()
    {
        string[] names = ["数量", "单价", "空数字", "客户.额度"];
        var text = string.Join(" AND ", names.SelectMany(name => Enumerable.Range(1, 10).Select(value => $"[{name}] <> {value}")));
        Assert.Equal(Verdict.Unknown, Analyze(text).Gap.Verdict);
    }

    private static ConditionAnalysis Analyze(params string[] texts)
        => ConditionAnalyzer.Analyze([.. texts.Select(text => Sample.Compile(text))], Sample.Context);

    private static IEnumerable<string> Words(Finding finding) => finding.Regions.Select(region => region.Words.Chinese);
}
