namespace LowCodeErp.Formula.Analysis;

/// <summary>
/// A boundary on the axis of a field: a number, a day (its number or its distance from today), a moment (ticks), or one of
/// the values that are only compared for equality.
/// </summary>
internal readonly record struct Point(Anchor Anchor, decimal Value, object? Constant = null) : IComparable<Point>
{
    /// <summary>The ends of the calendar lie beyond whatever is counted from today.</summary>
    public int Rank => Anchor == Anchor.None && Constant is DateOnly or DateTime
        ? YearOf(Constant) switch { < 1_000 => -1, > 9_000 => 1, _ => 0 }
        : 0;

    public static Point Of(object value, TimeZoneInfo zone) => value switch
    {
        decimal number => new(Anchor.None, number, number),
        DateOnly day => new(Anchor.None, day.DayNumber, day),
        DateTime { Kind: DateTimeKind.Utc } moment => new(Anchor.None, moment.Ticks, moment),
        DateTime local => Of(Compilation.LocalTime.ToUtc(local, zone), zone),
        _ => new(Anchor.None, 0, value),
    };

    public int CompareTo(Point other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Value.CompareTo(other.Value);

    private static int YearOf(object? constant) => constant is DateOnly day ? day.Year : ((DateTime)constant!).Year;
}
