using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>A field whose values are written anew into a column of their own; the old column is kept.</summary>
/// <param name="Changed">How many values will be there.</param>
/// <param name="LeftBehind">Why values cannot be converted; the first of them.</param>
/// <param name="LeftBehindCount">How many there are in all.</param>
internal sealed record ColumnConversion(FieldPair Pair, long Changed, IReadOnlyList<LeftBehindValue> LeftBehind, long LeftBehindCount)
{
    public FieldModel Field => Pair.New;
}
