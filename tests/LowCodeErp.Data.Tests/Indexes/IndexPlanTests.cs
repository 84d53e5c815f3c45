using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Indexes;

/// <summary>
/// What is said of a query is what the database does: it goes through the table where an index is offered, and through that index where
/// it was made. The plans are the databases' own.
/// </summary>
public sealed partial class IndexPlanTests
{
    /// <summary>A page may cost so small a part of going through all.</summary>
    private const int MostOfTable = 40;

    [Theory]
    [EveryDatabase]
    public async Task Advice_OfEveryKindOfQuery_IsWhatTheDatabaseDoes(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider);
        foreach (var (name, query, grouping, fields) in Cases(orders))
        {
            Assert.True(fields == await orders.AdviseAsync(query, grouping), $"{name}: {await orders.AdviseAsync(query, grouping)}");
            Assert.True(Scans(await orders.ExplainAsync(query, grouping)), $"{name} does not scan:\n{await orders.ExplainAsync(query, grouping)}");

            await orders.AddAsync(fields);

            Assert.True(await orders.AdviseAsync(query, grouping) is "", $"{name} is still advised: {await orders.AdviseAsync(query, grouping)}");
            Assert.True(IsServed(await orders.ExplainAsync(query, grouping)), $"{name} is not served:\n{await orders.ExplainAsync(query, grouping)}");
            await orders.RemoveAllAsync();
        }
    }

    private static IEnumerable<(string Name, RecordQuery Query, RecordGrouping? Grouping, string Fields)> Cases(OrdersDatabase orders)
    {
        var all = new RecordQuery(orders.Order);
        Condition Status(params string[] values) => new Condition.OneOf(orders.Path("status"), [.. values.Select(Value.Of)]);
        var amount = new Condition.Compare(orders.Path("amount"), ComparisonOperator.GreaterOrEqual, Value.Of(999_900m));
        SortOrder By(string field, bool descending) => new(orders.Path(field), descending);

        yield return ("one value", all with { Where = Status("s5") }, null, "status");
        yield return ("two values", all with { Where = Status("s5", "s6") }, null, "status");
        yield return ("a value or none", all with { Where = new Condition.Any(Status("s5"), new Condition.IsBlank(orders.Path("status"))) }, null, "status");
        yield return ("a range", all with { Where = amount }, null, "amount");
        yield return ("a range in its order", all with { Where = amount, Sort = [By("amount", descending: true)] }, null, "amount");
        yield return ("a range in another order", all with { Where = amount, Sort = [By("day", descending: false)] }, null, "amount");
        yield return ("an order with blanks", all with { Sort = [By("amount", descending: false)] }, null, "amount");
        yield return ("its opposite", all with { Sort = [By("amount", descending: true)] }, null, "amount");
        yield return ("a value in an order", all with { Where = Status("s5"), Sort = [By("amount", descending: true)] }, null, "status amount");
        yield return ("a value and a range", all with { Where = new Condition.All(amount, Status("s5")) }, null, "status amount");
        yield return ("a formula", all with { Where = orders.Formula("[status] = \"s7\" AND [amount] > 999000") }, null, "status amount");
        yield return ("groups", all, new(orders.Order["status"], [orders.Order["amount"]], 100), "status amount");
    }

    /// <summary>The records one after the other, in the order of their ids or in none.</summary>
    private static bool Scans(string plan) => ScansTable.Any(line => plan.Contains(line, StringComparison.Ordinal));

    private static IReadOnlyList<string> ScansTable => ["SCAN o\n", "Seq Scan on \"order\"", "using \"PK_order\" on \"order\""];

    /// <summary>By the index; or the planner of PostgreSQL, which knows how often each value occurs, expects to meet a page's rows soon on its way through the key.</summary>
    private static bool IsServed(string plan) => (!Scans(plan) && plan.Contains("lx_order", StringComparison.Ordinal)) || EndsSoon(plan);

    private static bool EndsSoon(string plan)
    {
        var costs = PlannedCost().Matches(plan).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        return plan.StartsWith("Limit", StringComparison.Ordinal) && costs.Count > 1 && costs[0] * MostOfTable < costs[1];
    }

    [GeneratedRegex(@"cost=[\d.]+\.\.([\d.]+)")]
    private static partial Regex PlannedCost();
}
