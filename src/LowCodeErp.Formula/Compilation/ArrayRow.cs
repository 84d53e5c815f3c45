namespace LowCodeErp.Formula.Compilation;

/// <summary>A record as an array of values in the order of the schema's fields; the fastest to read.</summary>
/// <param name="related">For references: the record behind each, by ordinal. Lines of a table stand in <paramref name="values"/>.</param>
public sealed class ArrayRow(object?[] values, IReadOnlyDictionary<int, IFormulaRow>? related = null) : IFormulaRow
{
    public static ArrayRow Empty { get; } = new([]);

    public object? Get(int ordinal) => values[ordinal];

    public IFormulaRow? Follow(int ordinal) => related?.GetValueOrDefault(ordinal);

    public IReadOnlyList<IFormulaRow> Lines(int ordinal) => (IReadOnlyList<IFormulaRow>?)values[ordinal] ?? [];
}
