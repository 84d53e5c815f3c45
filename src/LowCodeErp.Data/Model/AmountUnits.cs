using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Model;

/// <summary>
/// Amounts as whole numbers of their smallest unit, inside SQL. Sums of SQLite's REAL are off by the last digits and depend on
/// the order of the rows; sums of whole numbers are exact and equal on every database.
/// </summary>
internal static class AmountUnits
{
    private static readonly SqlConstantExpression Zero = new(0, IntTypeMapping.Default);

    /// <summary>Only in queries: the amount times <paramref name="unitsInOne"/>, rounded to a whole number; 0 when blank.</summary>
    public static long Of(decimal? amount, long unitsInOne)
        => throw new InvalidOperationException($"{amount} × {unitsInOne} was to be computed by the database.");

    public static void Map(ModelBuilder model)
        => model.HasDbFunction(((Func<decimal?, long, long>)Of).Method).HasTranslation(arguments => Translate(arguments[0], arguments[1]));

    /// <summary>COALESCE(CAST(ROUND(amount * unitsInOne, 0) AS bigint), 0)</summary>
    private static SqlFunctionExpression Translate(SqlExpression amount, SqlExpression unitsInOne)
    {
        var product = new SqlBinaryExpression(ExpressionType.Multiply, amount, unitsInOne, typeof(decimal?), amount.TypeMapping);
        var rounded = new SqlFunctionExpression("ROUND", [product, Zero], nullable: true, [true, false], typeof(decimal?), amount.TypeMapping);
        var units = new SqlUnaryExpression(ExpressionType.Convert, rounded, typeof(long), unitsInOne.TypeMapping);
        return new("COALESCE", [units, Zero], nullable: false, [false, false], typeof(long), unitsInOne.TypeMapping);
    }
}
