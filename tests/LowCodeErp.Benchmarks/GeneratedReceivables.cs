using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>Customers and what they owe: few are overdue, as in a company that still exists, and some fields are blank.</summary>
internal static class GeneratedReceivables
{
    public const int Customers = 10_000;

    private const int RecordsAtOnce = 20_000;
    private const int DaysUntilLast = 950;
    private const int DaysSinceFirst = 50;

    private static readonly string[] Statuses = ["open", "open", "closed", "paid"];
    private static readonly string[] Grades = ["A", "B", "B", "C", "C", "C"];

    public static DateTime Now { get; } = new(2026, 6, 1, 4, 0, 0, DateTimeKind.Utc);

    /// <summary>Through the store, so that the tables hold what the product writes, but with no checks and no history.</summary>
    public static async Task InsertAsync(BenchmarkWorkspace workspace, int receivables)
    {
        var random = new Random(BenchmarkOptions.Seed);
        await using var transaction = await workspace.Get<IRecordStore>().BeginAsync();
        var firstCustomer = await InsertAsync(transaction, workspace.Form("customer"), Customers, number => [$"C{number:000000}", Pick(random, Grades)]);
        await InsertAsync(transaction, workspace.Form("receivable"), receivables, number =>
        [
            $"R{number:0000000}", firstCustomer + random.Next(Customers), Pick(random, Statuses), Due(random), Amount(random),
            Amount(random), OrBlank(random, random.Next(1, 20)), OrBlank(random, random.Next(0, 60) / 100m),
        ]);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task<long> InsertAsync(IRecordTransaction transaction, FormModel form, int count, Func<int, object?[]> makeValues)
    {
        var first = await transaction.AllocateIdsAsync(count, CancellationToken.None);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(RecordsAtOnce))
        {
            var writes = numbers.Select(number => new RecordWrite(first + number, 1, makeValues(number), 0, Now, MemberId: null));
            await transaction.InsertAsync(form, [.. writes], CancellationToken.None);
        }

        return first;
    }

    private static DateOnly? Due(Random random)
        => random.Next(50) == 0 ? null : DateOnly.FromDateTime(Now).AddDays(random.Next(-DaysSinceFirst, DaysUntilLast));

    private static decimal? Amount(Random random) => OrBlank(random, Math.Round((decimal)Math.Exp(random.NextDouble() * 9) + 1, 2));

    private static decimal? OrBlank(Random random, decimal number) => random.Next(50) == 0 ? null : number;

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
