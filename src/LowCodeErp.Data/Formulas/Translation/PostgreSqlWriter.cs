using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Its numeric is exact, so that operators serve as they are.</summary>
internal sealed class PostgreSqlWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : SqlWriter(sql, types)
{
    /// <summary>Its own arithmetic is exact. What is computed exactly is rounded in its 18th place, or in the 20th digit.</summary>
    private const double Precision = 1e-15;

    protected override string HoldsFunction => "lc_holds";

    protected override string ListFunction => "lc_days";

    protected override string ListAggregate => "array_agg";

    protected override SqlExpression Compare(ExpressionType operation, SqlExpression left, SqlExpression right)
        => new RoughComparison(Sql, NumberMapping, Precision, Typed).Write(operation, left, right, base.Compare(operation, left, right));

    /// <summary>Of as many places as memory keeps.</summary>
    protected override SqlExpression Sum(SqlExpression values) => Canonical(base.Sum(values));

    protected override SqlExpression SumOf(IReadOnlyList<SqlExpression> values) => Canonical(base.SumOf(values));

    protected override SqlExpression AverageOf(SqlExpression count, IReadOnlyList<SqlExpression> values)
        => Function("lc_divide", [base.SumOf(values), count], typeof(decimal?));

    /// <summary>What has blank branches only would be text.</summary>
    protected override SqlExpression Blank(Type type) => Sql.Convert(base.Blank(type), type, MappingOf(type));

    private SqlFunctionExpression Canonical(SqlExpression number) => Function("lc_canonical", [number], typeof(decimal?));
}
