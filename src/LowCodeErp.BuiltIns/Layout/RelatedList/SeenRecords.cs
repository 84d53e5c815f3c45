using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.BuiltIns.Layout.RelatedList;

/// <summary>What a related list shows to whoever looks at it.</summary>
/// <param name="Access">What he may do with records of the listed form.</param>
public sealed record SeenRecords(RecordPage Page, FormAccess Access)
{
    public bool OffersNew => Access.May(AccessOperation.Create);

    public IEnumerable<FieldModel> ColumnsOf(RelatedRecords related)
    {
        ArgumentNullException.ThrowIfNull(related);
        return related.Columns.Where(Access.MaySee);
    }
}
