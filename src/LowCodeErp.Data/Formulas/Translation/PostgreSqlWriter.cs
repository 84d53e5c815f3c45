using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Its numeric is exact, so that operators serve as they are.</summary>
internal sealed class PostgreSqlWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : SqlWriter(sql, types)
{
    protected override string HoldsFunction => "lc_holds";

    protected override string ListFunction => "lc_days";

    protected override string ListAggregate => "array_agg";

    /// <summary>Of as many places as memory keeps.</summary>
    protected override SqlExpression Sum(SqlExpression values) => Canonical(base.Sum(values));

    protected override SqlExpression SumOf(IReadOnlyList<SqlExpression> values) => Canonical(base.SumOf(values));

    protected override SqlExpression AverageOf(SqlExpression count, IReadOnlyList<SqlExpression> values)
        => Function("lc_divide", [base.SumOf(values), count], typeof(decimal?));

    /// <summary>What has blank branches only would be text.</summary>
    protected override SqlExpression Blank(Type type) => Sql.Convert(base.Blank(type), type, MappingOf(type));

    private SqlFunctionExpression Canonical(SqlExpression number) => Function("lc_canonical", [number], typeof(decimal?));
}
