using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Its numeric is exact, so that operators serve as they are.</summary>
internal sealed class PostgreSqlWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : SqlWriter(sql, types)
{
    /// <summary>Of as many places as memory keeps.</summary>
    protected override SqlExpression Sum(SqlExpression values) => Function("lc_canonical", [base.Sum(values)], typeof(decimal?));
}
