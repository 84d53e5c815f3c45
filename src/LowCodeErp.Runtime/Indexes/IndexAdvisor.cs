using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>
/// Whether a query would go through every record of its form. It does where no index begins with a field that it is narrowed down by, and
/// where its order is in none; what else it demands is then asked of the records that the index finds.
/// </summary>
public static class IndexAdvisor
{
    private const int MostFixed = 3;

    /// <param name="findsMany">Whether it finds so many records that they are not to be sorted for every page.</param>
    public static IndexAdvice Advise(ReadDemand demand, IReadOnlyList<TableIndex> indexes, bool findsMany)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(indexes);
        var isNarrowed = demand.Narrowing.Any();
        return isNarrowed && !indexes.Any(index => Narrows(index, demand)) ? new IndexAdvice.Missing(Propose(demand))
            : !isNarrowed && demand.Obstacles.Count > 0 ? new IndexAdvice.Impossible(demand.Obstacles)
            : demand.Grouping is not null ? isNarrowed && !findsMany ? new IndexAdvice.Served() : AdviseGroups(demand, indexes)
            : !isNarrowed || findsMany ? AdviseOrder(demand, indexes)
            : new IndexAdvice.Served();
    }

    private static IndexAdvice AdviseOrder(ReadDemand demand, IReadOnlyList<TableIndex> indexes)
        => demand.OrderObstacle is { } obstacle ? new IndexAdvice.Impossible([obstacle])
            : demand.Order.Count == 0 || indexes.Any(index => Orders(index, demand)) ? new IndexAdvice.Served()
            : new IndexAdvice.Missing([.. FixedFirst(demand).Except(demand.Order), .. demand.Order]);

    /// <summary>Groups are counted and summed in an index that holds all that is asked for, without looking at the records.</summary>
    private static IndexAdvice AdviseGroups(ReadDemand demand, IReadOnlyList<TableIndex> indexes)
    {
        IReadOnlyList<FieldModel> fields = [.. FixedFirst(demand).Append(demand.Grouping!.By).Concat(demand.Narrowing).Concat(demand.Grouping.Summed).Distinct()];
        var isServed = indexes.Any(index => Rest(index, demand).FirstOrDefault() == demand.Grouping.By.Column && fields.All(field => index.Columns.Contains(field.Column)));
        return isServed || (demand.Obstacles.Count > 0 && demand.Narrowing.Any()) ? new IndexAdvice.Served()
            : fields.Count <= IndexedFields.MostFields ? new IndexAdvice.Missing(fields)
            : new IndexAdvice.Impossible([IndexTexts.IsGroupedWidely]);
    }

    /// <summary>Whether the index leads to the records of the condition: it begins with a field that is compared.</summary>
    private static bool Narrows(TableIndex index, ReadDemand demand)
        => index.Columns.Count > 0 && demand.Narrowing.Any(field => field.Column == index.Columns[0]);

    private static bool Orders(TableIndex index, ReadDemand demand) => Rest(index, demand).Take(demand.Order.Count).SequenceEqual(demand.Order.Select(field => field.Column));

    /// <summary>The columns after those that have one value in all that is found, so that the rest is in order.</summary>
    private static IEnumerable<string> Rest(TableIndex index, ReadDemand demand)
        => index.Columns.SkipWhile(column => demand.Fixed.Any(field => field.Column == column));

    private static IReadOnlyList<FieldModel> Propose(ReadDemand demand)
    {
        var first = FixedFirst(demand).ToList();
        var isOrdered = demand is { Order.Count: > 0, OrderObstacle: null, Grouping: null };
        var isOrderFirst = demand.Several.Count == 0 && (demand.Ranges.Count == 0 || (demand.Order is [var leading, ..] && demand.Ranges.Contains(leading)));
        return isOrdered && (first.Count > 0 || isOrderFirst)
            ? [.. first.Except(demand.Order), .. demand.Order]
            : [.. first.Count > 0 ? first : demand.Several.Take(1), .. demand.Ranges.Take(1)];
    }

    /// <summary>Those that tell more records apart come first.</summary>
    private static IEnumerable<FieldModel> FixedFirst(ReadDemand demand)
        => demand.Fixed.OrderBy(field => field.HoldsIds ? 0 : field.Kind == ValueKind.Boolean ? 2 : 1).Take(MostFixed);
}
