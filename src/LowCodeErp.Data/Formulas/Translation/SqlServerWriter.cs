using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Numbers need a precision everywhere: left to itself EF takes decimal(18,2), which cuts digits off without a word.</summary>
internal sealed class SqlServerWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : SqlWriter(sql, types)
{
    protected override RelationalTypeMapping NumberMapping { get; } = types.FindMapping(typeof(decimal), "decimal(38,10)")!;

    protected override string? Schema => "dbo";

    protected override SqlExpression Compare(ExpressionType operation, SqlExpression left, SqlExpression right)
        => base.Compare(operation, Typed(left), Typed(right));
}
