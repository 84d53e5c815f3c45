using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>Aggregates over values that stand side by side in one row. Blanks are passed over.</summary>
internal static class WrittenValues
{
    public static decimal? SumOf(IReadOnlyList<decimal?> values) => FormulaPrimitives.Sum(values);

    /// <param name="count">How many there are; a value may itself be the sum of several.</param>
    public static decimal? AverageOf(decimal count, IReadOnlyList<decimal?> values) => FormulaPrimitives.AverageOf(count, values);

    public static decimal? ProductOf(IReadOnlyList<decimal?> values) => FormulaPrimitives.Product(values);

    public static decimal? MedianOf(IReadOnlyList<decimal?> values) => FormulaPrimitives.Median(values);

    public static decimal? LargeOf(decimal position, IReadOnlyList<decimal?> values) => FormulaPrimitives.Large(values, position);

    public static decimal? SmallOf(decimal position, IReadOnlyList<decimal?> values) => FormulaPrimitives.Small(values, position);

    public static decimal? Least(IReadOnlyList<decimal?> values) => values.Min();

    public static decimal? Greatest(IReadOnlyList<decimal?> values) => values.Max();

    /// <summary>Dates and moments sort as their texts do.</summary>
    public static string? Earliest(IReadOnlyList<string?> texts) => texts.Where(text => text is not null).Min(StringComparer.Ordinal);

    public static string? Latest(IReadOnlyList<string?> texts) => texts.Max(StringComparer.Ordinal);
}
