using LowCodeErp.Formula.Analysis;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Tests.Rewriting;

namespace LowCodeErp.Formula.Tests.Analysis;

/// <summary>No claim of the analysis is wrong: those that something exists are checked on their examples, those that nothing does on many rows and another day.</summary>
public sealed class AnalysisClaimTests
{
    private static readonly int Sets = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 20_000 : 2_000;
    private const int RowsEach = 40;

    [Fact]
    public void RandomConditions_Analysed_AreNeverClaimedWrongly()
    {
        var known = 0;
        for (var seed = 0; seed < Sets; seed++)
        {
            var random = new RandomConditions(seed);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(random.Pick(RewritingEqualityTests.Zones));
            var context = new EvaluationContext(random.Now(zone), zone);
            var conditions = Enumerable.Range(0, 1 + seed % 3)
                .Select(_ => FormulaCompiler.Compile(random.Condition(2), RewritingEqualityTests.Schema, FormulaOptions.Condition)).ToArray();
            var analysis = ConditionAnalyzer.Analyze(conditions, context);
            known += analysis.Gap.Verdict == Verdict.Unknown ? 0 : 1;
            Check(analysis, conditions, context, random, $"Seed {seed} in {zone.Id} at {context.Now:O}: {string.Join(" ; ", conditions.Select(condition => condition.Syntax.Text))}");
        }

        Assert.True(known > Sets / 4, $"Only {known} of {Sets} were answered.");
    }

    private static void Check(ConditionAnalysis analysis, CompiledFormula[] conditions, EvaluationContext context, RandomConditions random, string what)
    {
        foreach (var region in analysis.Gap.Regions)
        {
            Assert.False(conditions.Any(Holds(Row(region.Example), context)), $"{what}\nno gap at {region.Words}");
        }

        foreach (var overlap in analysis.Overlaps)
        {
            Assert.All(overlap.Finding.Regions, region => Assert.True(
                Holds(Row(region.Example), context)(conditions[overlap.First]) && Holds(Row(region.Example), context)(conditions[overlap.Second]), $"{what}\nno overlap at {region.Words}"));
        }

        var later = new EvaluationContext(context.Now.AddDays(random.Pick([1, 29, 366])), context.Zone);
        for (var index = 0; index < RowsEach; index++)
        {
            var day = index % 2 == 0 ? context : later;
            var row = index % 4 == 0 ? BoundaryRow(analysis, random) : new ArrayRow([random.Number(), random.Date(day), random.Moment(day), random.Pick<object?>([null, true, false])]);
            CheckRow(analysis, conditions.Select(Holds(row, day)).ToArray(), $"{what}\nfor {row.Get(0)} | {row.Get(1):O} | {row.Get(2):O} | {row.Get(3)} at {day.Now:O}");
        }
    }

    private static void CheckRow(ConditionAnalysis analysis, bool[] holds, string what)
    {
        Assert.False(analysis.Gap.Verdict == Verdict.No && !holds.Contains(true), what + " is a gap");
        Assert.All(analysis.Overlaps, overlap => Assert.False(overlap.Finding.Verdict == Verdict.No && holds[overlap.First] && holds[overlap.Second], what + " is an overlap"));
        for (var index = 0; index < holds.Length; index++)
        {
            var fact = analysis.Facts[index];
            Assert.False(fact.IsAlwaysTrue == Verdict.Yes && !holds[index], what + " is not true");
            Assert.False(fact.IsNeverTrue == Verdict.Yes && holds[index], what + " is true");
            Assert.False(fact.IsShadowed == Verdict.Yes && holds[index] && !holds.Take(index).Contains(true), what + " is reached");
        }
    }

    private static Func<CompiledFormula, bool> Holds(ArrayRow row, EvaluationContext context) => condition => condition.Holds(row, context);

    private static ArrayRow Row(IReadOnlyDictionary<FieldPath, object?> example)
        => new([.. RewritingEqualityTests.Schema.Fields.Select(field => example.FirstOrDefault(pair => pair.Key.Last == field).Value)]);

    private static ArrayRow BoundaryRow(ConditionAnalysis analysis, RandomConditions random) => new([.. RewritingEqualityTests.Schema.Fields.Select(field =>
    {
        var boundaries = analysis.Boundaries.Where(boundary => boundary.Field.Last == field).ToArray();
        return boundaries.Length == 0 ? null : random.Pick(boundaries) is var boundary ? random.Pick([boundary.Below, boundary.On, boundary.Above]) : null;
    })]);
}
