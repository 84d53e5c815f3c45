namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>
/// What SQLite's own operators cannot do to exact decimals. They do what C# does to decimals in memory; where a formula's operands
/// might be too large for that, it calls <c>lc_add_canonical</c> and its like instead.
/// </summary>
internal static class ExactOperators
{
    public static decimal Add(decimal left, decimal right) => left + right;

    public static decimal Subtract(decimal left, decimal right) => left - right;

    public static decimal Multiply(decimal left, decimal right) => left * right;

    public static decimal? Negate(decimal? number) => -number;

    /// <summary>-1, 0 or 1, to be compared with 0; blank where either is.</summary>
    public static int? Compare(decimal? left, decimal? right)
        => left is { } one && right is { } other ? one.CompareTo(other) : null;

    /// <summary>A column's REAL as the decimal that it stands for.</summary>
    public static decimal? Exact(decimal? number) => number;
}
