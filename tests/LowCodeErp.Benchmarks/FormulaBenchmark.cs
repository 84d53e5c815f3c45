using System.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Benchmarks;

/// <summary>A condition over records in memory, beside the same condition written in C# over typed objects; and what compiling costs.</summary>
internal static class FormulaBenchmark
{
    public const int Records = 100_000;

    private const string Condition = "[amount] > 1000 AND [status] = \"open\" AND DAYS(TODAY(), [due]) >= 7";
    private const int Rounds = 20;
    private const int Repetitions = 15;
    private const int Formulas = 300;
    private const int InterpretedUses = 32;

    private static readonly FormulaSchema Schema = new("order", 1,
    [
        new("amount", new("金额"), ValueKind.Number, 0), new("status", new("状态"), ValueKind.Text, 1), new("due", new("到期日"), ValueKind.Date, 2),
    ]);

    private sealed record TypedOrder(decimal? Amount, string? Status, DateOnly? Due);

    public static void Run(ResultTable table)
    {
        var context = new EvaluationContext(new DateTime(2026, 6, 1, 4, 0, 0, DateTimeKind.Utc));
        RunEvaluations(table, context);
        RunCompilations(table, context);
    }

    private static void RunEvaluations(ResultTable table, EvaluationContext context)
    {
        var typed = MakeOrders(context.Today);
        var rows = Array.ConvertAll(typed, order => new ArrayRow([order.Amount, order.Status, order.Due]));
        var formula = FormulaCompiler.Compile(Condition, Schema, FormulaOptions.Condition);
        Func<TypedOrder, DateOnly, bool> lambda = static (order, today)
            => order.Amount > 1000m && order.Status == "open" && today.DayNumber - order.Due?.DayNumber >= 7;
        var (product, yardstick) = (double.MaxValue, double.MaxValue);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            // In turn, so that both meet the same state of the machine; the best of each, since others use it too.
            var (typedHits, lambdaSeconds) = Time(typed, order => lambda(order, context.Today));
            var (hits, seconds) = Time(rows, row => formula.Holds(row, context));
            if (hits != typedHits)
            {
                throw new InvalidOperationException($"The formula holds for {hits} records, the lambda for {typedHits}.");
            }

            (product, yardstick) = (Math.Min(product, seconds), Math.Min(yardstick, lambdaSeconds));
        }

        table.Add("Condition of three parts over a record", "memory", Rate(product), $"C# lambda over a typed object {Rate(yardstick)}", product / yardstick, "≤ 5.00×, ≥ 10 M/s a core");
    }

    private static string Rate(double seconds) => $"{Records * Rounds / seconds / 1_000_000:0.0} M/s";

    private static TypedOrder[] MakeOrders(DateOnly today)
    {
        var random = new Random(BenchmarkOptions.Seed);
        string[] statuses = ["open", "closed", "paid"];
        return [.. Enumerable.Range(0, Records).Select(_ => new TypedOrder(
            random.Next(20) == 0 ? null : random.Next(200_000) / 100m, statuses[random.Next(3)], today.AddDays(-random.Next(30))))];
    }

    private static (int Hits, double Seconds) Time<T>(T[] records, Func<T, bool> holds)
    {
        var hits = 0;
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var record in records)
            {
                hits += holds(record) ? 1 : 0;
            }
        }

        return (hits, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static void RunCompilations(ResultTable table, EvaluationContext context)
    {
        var row = new ArrayRow([1m, "open", context.Today]);
        var cache = new FormulaCache();
        var texts = Enumerable.Range(1, Formulas).Select(number => Condition.Replace("1000", $"{number}", StringComparison.Ordinal)).ToArray();
        foreach (var text in texts)
        {
            // Once for the just-in-time compiler, which is no part of what is measured.
            Use(FormulaCompiler.Compile(text + " ", Schema, FormulaOptions.Condition), times: InterpretedUses + 2);
        }

        var read = Average(texts, text => cache.Get(text, Schema, FormulaOptions.Condition));
        var found = Average(texts, text => cache.Get(text, Schema, FormulaOptions.Condition));
        var first = Average(texts, text => Use(cache.Get(text, Schema, FormulaOptions.Condition), times: 1));
        Average(texts, text => Use(cache.Get(text, Schema, FormulaOptions.Condition), InterpretedUses - 1));
        var compiling = Average(texts, text => Use(cache.Get(text, Schema, FormulaOptions.Condition), times: 1));
        var compiled = Average(texts, text => Use(cache.Get(text, Schema, FormulaOptions.Condition), times: 1));
        table.Add("Reading and checking a formula", "memory", $"{read:0.0} µs", $"found in the cache {found:0.0} µs", read / found, "–");
        table.Add("First use, interpreted", "memory", $"{first:0.0} µs", $"use {InterpretedUses + 1}, which compiles {compiling:0.0} µs", first / compiling, "≤ 1.00×");
        table.Add("Later use, compiled", "memory", $"{compiled:0.0} µs", $"first use {first:0.0} µs", compiled / first, "≤ 1.00×");

        void Use(CompiledFormula formula, int times)
        {
            for (var use = 0; use < times; use++)
            {
                formula.Holds(row, context);
            }
        }
    }

    /// <summary>In microseconds.</summary>
    private static double Average(string[] texts, Action<string> work)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var text in texts)
        {
            work(text);
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / texts.Length;
    }
}
