using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Queries;

/// <summary>A place in the order of a query, from which one goes on without passing over what lies before it.</summary>
/// <param name="Id">Of the record at the edge.</param>
/// <param name="Value">Of its field by which the query is ordered; blank when the field is, or when there is none.</param>
/// <param name="IsBackward">Towards the beginning; the rows still come in the query's order.</param>
public sealed record SeekMark(long Id, Value Value, bool IsBackward)
{
    /// <summary>Whether the order is one in which a place can be found: that of the records, or that of one stored field of their own.</summary>
    public static bool Suits(IReadOnlyList<SortOrder> sort)
    {
        ArgumentNullException.ThrowIfNull(sort);
        return sort.Count == 0 || (sort is [{ Field.Fields: [var field] }] && Suits(field));
    }

    private static bool Suits(FieldModel field) => field is
    {
        IsStored: true, IsList: false, Shape: FieldShape.Column, Kind: ValueKind.Text or ValueKind.Number or ValueKind.Date or ValueKind.DateTime or ValueKind.Time,
    };
}
