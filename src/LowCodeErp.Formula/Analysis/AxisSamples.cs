using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Analysis;

/// <summary>Values for the cells of axes, as records hold them, on the day of a context.</summary>
internal sealed class AxisSamples(EvaluationContext context)
{
    public object? In(Axis axis, Cell cell)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        return !axis.IsOrdered ? Unordered(axis, cell)
            : cell.IsPoint ? At(axis, axis.Points[cell.PointIndex])
            : Between(axis, cell.Position);
    }

    public object At(Axis axis, Point point) => axis.Kind switch
    {
        ValueKind.Number => point.Value,
        ValueKind.Date => point.Anchor == Anchor.Today ? context.Today.AddDays((int)point.Value) : DateOnly.FromDayNumber((int)point.Value),
        ValueKind.DateTime => point.Anchor switch
        {
            Anchor.Now => context.Now.AddTicks((long)point.Value),
            Anchor.StartOfToday => LocalTime.StartOfDay(context.Today.AddDays((int)point.Value), context.Zone),
            _ => new DateTime((long)point.Value, DateTimeKind.Utc),
        },
        _ => point.Constant!,
    };

    /// <summary>The value next to a boundary on one side of it, still short of the next boundary; null where there is none.</summary>
    public object? Beside(Axis axis, int position, int direction)
    {
        var even = new Cell(position + direction);
        if (!axis.Cells.Contains(even))
        {
            var neighbour = new Cell(position + 2 * direction);
            return axis.Cells.Contains(neighbour) ? In(axis, neighbour) : null;
        }

        var near = Step(axis, At(axis, axis.Points[position / 2]), direction);
        var (below, above) = axis.Around(even.Position);
        var isInside = near is not null && IsOrdered(below is { } low ? At(axis, low) : null, near) && IsOrdered(near, above is { } high ? At(axis, high) : null);
        return isInside ? near : In(axis, even);
    }

    private static bool IsOrdered(object? low, object? high) => low is null || high is null || ((IComparable)low).CompareTo(high) < 0;

    private static object? Step(Axis axis, object value, int direction) => (axis.Kind, value) switch
    {
        (_, decimal number) => number + direction * Unit(number),
        (_, DateOnly day) => AddDays(day, direction),
        (_, DateTime moment) => AddTicks(moment, direction * TimeSpan.TicksPerSecond),
        _ => null,
    };

    /// <summary>A hundredth, or the last digit that the number has.</summary>
    private static decimal Unit(decimal number)
    {
        var unit = 0.01m;
        for (var scale = number.Scale; scale > 2; scale--)
        {
            unit /= 10;
        }

        return unit;
    }

    private object Between(Axis axis, int position)
    {
        var (below, above) = axis.Around(position);
        var (low, high) = (below is { } first ? At(axis, first) : null, above is { } last ? At(axis, last) : null);
        return axis.Kind switch
        {
            ValueKind.Number => Middle((decimal?)low, (decimal?)high),
            ValueKind.Date => low is DateOnly day ? AddDays(day, 1) : high is DateOnly next ? AddDays(next, -1) : context.Today,
            _ => Middle((DateTime?)low, (DateTime?)high),
        };
    }

    private static decimal Middle(decimal? low, decimal? high) => (low, high) switch
    {
        ({ } from, { } to) => decimal.Truncate(from) + 1 is var whole && whole < to ? whole : from + (to - from) / 2,
        ({ } from, null) => from + 1,
        (null, { } to) => to - 1,
        _ => 0,
    };

    private DateTime Middle(DateTime? low, DateTime? high) => (low, high) switch
    {
        ({ } from, { } to) => AddTicks(from, Math.Max(1, Math.Min((to - from).Ticks / 2, TimeSpan.TicksPerDay))),
        ({ } from, null) => AddTicks(from, TimeSpan.TicksPerDay),
        (null, { } to) => AddTicks(to, -TimeSpan.TicksPerDay),
        _ => context.Now,
    };

    private static DateOnly AddDays(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private static DateTime AddTicks(DateTime moment, long ticks)
        => new(Math.Clamp(moment.Ticks + ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private static object Unordered(Axis axis, Cell cell)
        => cell.IsPoint ? axis.Points[cell.PointIndex].Constant! : axis.Kind == ValueKind.Text ? OtherText(axis) : 1L;

    private static string OtherText(Axis axis)
    {
        var text = "其他";
        while (axis.Points.Any(point => text.Equals(point.Constant)))
        {
            text += "…";
        }

        return text;
    }
}
