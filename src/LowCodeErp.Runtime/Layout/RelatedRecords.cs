using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Runtime.Layout;

/// <summary>The records that refer to another one.</summary>
/// <param name="Reference">Their field that does; of one reference or of several.</param>
/// <param name="Columns">What is shown of each; at least one.</param>
public sealed record RelatedRecords(FieldModel Reference, IReadOnlyList<FieldModel> Columns)
{
    public FormModel Form => Reference.Form;

    /// <summary>The newest of those that refer to the record.</summary>
    public RecordQuery NewestOf(long id, int take) => new(Form) { Columns = StoredColumns, Where = RefersTo(id), Take = take };

    private IReadOnlyList<FieldModel> StoredColumns => [.. Columns.SelectMany(column => column.StoredParts).Concat(Form.Title is { } title ? [title] : []).Distinct()];

    private Condition RefersTo(long id)
    {
        var (path, value) = (FieldPath.Of(Reference), Value.OfReference(id));
        return Reference.IsList ? new Condition.HasAny(path, [value]) : new Condition.Compare(path, ComparisonOperator.Equal, value);
    }
}
