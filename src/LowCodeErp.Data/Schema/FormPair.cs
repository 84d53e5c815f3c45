using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>A form whose table is there, in force or kept, and goes on.</summary>
/// <param name="Kept">The kept table that comes back; null for a form that is in force.</param>
internal sealed record FormPair(FormModel Old, FormModel New, KeptColumn? Kept)
{
    /// <summary>The table's name before anything is changed.</summary>
    public string TableBefore => Kept?.TableName ?? New.Table;
}
