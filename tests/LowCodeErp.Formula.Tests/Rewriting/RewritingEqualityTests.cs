using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Rewriting;

namespace LowCodeErp.Formula.Tests.Rewriting;

/// <summary>4,000 formulas, ten times as many with LOWCODE_FULL=1. What is rewritten has the value of the original for every record: random conditions over random and awkward rows, in zones that change their clocks.</summary>
public sealed class RewritingEqualityTests
{
    private static readonly int Formulas = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 40_000 : 4_000;
    private const int RowsEach = 25;

    /// <summary>Compiling takes longer than everything else together.</summary>
    private const int CompiledOneIn = 10;

    internal static readonly FormulaSchema Schema = new("facts", 1,
    [
        new("n", new("数"), ValueKind.Number, 0), new("d", new("日"), ValueKind.Date, 1), new("t", new("时"), ValueKind.DateTime, 2), new("b", new("真"), ValueKind.Boolean, 3),
    ]);

    internal static readonly string[] Zones = ["Asia/Shanghai", "UTC", "America/New_York", "America/Havana", "Asia/Beirut", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "Africa/Cairo"];

    [Fact]
    public void RandomCondition_Rewritten_HasTheSameValueForEveryRow()
    {
        var rewritten = 0;
        for (var seed = 0; seed < Formulas; seed++)
        {
            var random = new RandomConditions(seed);
            var text = random.Condition(3);
            var formula = FormulaCompiler.Compile(text, Schema);
            Assert.False(formula.HasErrors, $"Seed {seed}: {text}: {string.Join(' ', formula.Diagnostics)}");
            if (!ReferenceEquals(SargableRewriter.Rewrite(formula.Root), formula.Root))
            {
                rewritten++;
                Check(formula, random, interprets: seed % CompiledOneIn > 0, $"Seed {seed}: {text} → {BoundText.Of(SargableRewriter.Rewrite(formula.Root))}");
            }
        }

        Assert.True(rewritten > Formulas / 2, $"Only {rewritten} of {Formulas} were rewritten.");
    }

    private static void Check(CompiledFormula formula, RandomConditions random, bool interprets, string what)
    {
        var value = formula.ToExpression(MemoryRowAccess.Instance).Compile(interprets);
        var filter = formula.ToCondition(MemoryRowAccess.Instance).Compile(interprets);
        for (var index = 0; index < RowsEach; index++)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(random.Pick(Zones));
            var context = new EvaluationContext(random.Now(zone), zone);
            var row = new ArrayRow([random.Number(), random.Date(context), random.Moment(context), random.Pick<object?>([null, true, false])]);
            var expected = formula.Evaluate(row, context);
            var place = $"{what}\nin {zone.Id} at {context.Now:O} for {row.Get(0)} | {row.Get(1):O} | {row.Get(2):O} | {row.Get(3)}";
            Assert.True(Equals(expected, value.DynamicInvoke(row, context)), place);
            Assert.True(expected is true == (bool)filter.DynamicInvoke(row, context)!, place);
        }
    }
}
