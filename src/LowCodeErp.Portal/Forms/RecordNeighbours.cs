using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Portal.Forms;

/// <summary>The records before and after one in the list from which it was opened, as addresses; null at the ends.</summary>
public sealed record RecordNeighbours(string? Previous, string? Next)
{
    public static RecordNeighbours None { get; } = new(null, null);

    /// <param name="place">Where in the list the record stood. When it does not stand there any more it has no neighbours.</param>
    public static async Task<RecordNeighbours> FindAsync(
        ViewerRecords records, FormModel form, long id, ListState state, int place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var first = Math.Max(0, place - 1);
        var rows = (await records.ReadRowsAsync(form, state, first, place - first + 2, cancellationToken)).Rows;
        var own = place - first;
        if (own >= rows.Count || rows[own].Id != id)
        {
            return None;
        }

        string? AddressOf(int index) => index >= 0 && index < rows.Count ? RecordAddress.Of(form, rows[index].Id, state, first + index) : null;
        return new(AddressOf(own - 1), AddressOf(own + 1));
    }
}
