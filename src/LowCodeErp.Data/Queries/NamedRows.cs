using System.Linq.Expressions;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>Members or files: what records refer to in the platform's tables, and by which column it is called.</summary>
internal sealed record NamedRows(IQueryable<Row> Rows, string Name)
{
    public Expression NameOf(Expression row) => RowExpressions.Column(row, Name, typeof(string));
}
