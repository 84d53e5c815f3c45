using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Numbers need a precision everywhere: left to itself EF takes decimal(18,2), which cuts digits off without a word.</summary>
internal sealed class SqlServerWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : SqlWriter(sql, types)
{
    protected override RelationalTypeMapping NumberMapping { get; } = types.FindMapping(typeof(decimal), "decimal(38, 18)")!;

    protected override string? Schema => "dbo";

    protected override string HoldsFunction => "ISNULL";

    protected override string ListFunction => throw NoLists();

    protected override string ListAggregate => throw NoLists();

    /// <summary>The operators would cut digits off products of such precision.</summary>
    protected override SqlExpression Compute(ExpressionType operation, SqlExpression left, SqlExpression right)
        => Function($"lc_{operation.ToString().ToLowerInvariant()}_canonical", [left, right], typeof(decimal?));

    protected override SqlExpression Compare(ExpressionType operation, SqlExpression left, SqlExpression right)
        => base.Compare(operation, Typed(left), Typed(right));

    private static NotSupportedException NoLists() => new("SQL Server counts no working days; the formula should have been refused.");
}
