using System.Linq.Expressions;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Queries;

/// <summary>A row to which nothing can be joined any more, since it stands somewhere within a query: what its references lead to is looked up.</summary>
internal sealed class RowAlone(FormRows rows, FormModel form, Expression row) : IRecordPlace
{
    public FormModel Form { get; } = form;

    public Expression Id => FormRows.Id(row);

    public Expression Column(IReadOnlyList<FieldModel> path) => rows.Column(row, path);
}
