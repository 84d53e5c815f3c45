using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// It has no decimals. Columns are REAL, exact to 15 digits; what is computed is exact as TEXT, by functions of our own.
/// Columns compared with one another or with a value stay as they are, so that an index serves.
/// </summary>
internal sealed class SqliteWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : SqlWriter(sql, types)
{
    private readonly RelationalTypeMapping _integer = types.FindMapping(typeof(int))!;
    private readonly RelationalTypeMapping _double = types.FindMapping(typeof(double))!;

    /// <summary>That of the columns of numbers.</summary>
    private readonly RelationalTypeMapping _real =
        (RelationalTypeMapping)types.FindMapping(typeof(double))!.WithComposedConverter(new CastingConverter<decimal, double>());

    /// <summary>Doubles have 15 digits and more.</summary>
    private const double Precision = 1e-12;

    protected override string HoldsFunction => "ifnull";

    protected override string ListFunction => "json_array";

    protected override string ListAggregate => "json_group_array";

    protected override SqlExpression Compute(ExpressionType operation, SqlExpression left, SqlExpression right)
        => Function($"lc_{operation.ToString().ToLowerInvariant()}", [left, right], typeof(decimal?));

    protected override SqlExpression Negate(SqlExpression operand) => Function("lc_negate", [operand], typeof(decimal?));

    protected override SqlExpression Compare(ExpressionType operation, SqlExpression left, SqlExpression right)
    {
        if (!IsComputed(left) && !IsComputed(right))
        {
            return base.Compare(operation, left, right);
        }

        var order = new SqlFunctionExpression("lc_compare", [Typed(left), Typed(right)], nullable: true, [true, true], typeof(int), _integer);
        var compared = Sql.MakeBinary(operation, order, Sql.Constant(0, _integer), typeMapping: null)!;
        var exact = operation switch
        {
            ExpressionType.Equal => Sql.OrElse(Sql.AndAlso(Sql.IsNull(left), Sql.IsNull(right)), compared),
            ExpressionType.NotEqual => Sql.AndAlso(Sql.OrElse(Sql.IsNotNull(left), Sql.IsNotNull(right)), compared),
            _ => compared,
        };
        return new RoughComparison(Sql, _double, Precision, ToReal).Write(operation, left, right, exact);
    }

    private SqlExpression ToReal(SqlExpression number)
        => IsReal(number) ? number : Sql.Convert(Typed(number), typeof(double), _double);

    protected override SqlExpression Exact(SqlExpression number) => IsReal(number) ? Function("lc_exact", [number], typeof(decimal?)) : Typed(number);

    protected override SqlExpression SortKey(SqlExpression number)
        => IsComputed(number) ? Sql.Convert(number, typeof(double), _double) : number;

    protected override SqlExpression Column(SqlExpression number)
        => IsReal(number) ? number : Sql.Convert(Typed(number), typeof(decimal), _real);

    protected override SqlExpression Sum(SqlExpression values) => Function("lc_sum", [values], typeof(decimal?));

    protected override SqlExpression Average(SqlExpression values) => Function("lc_average", [values], typeof(decimal?));

    protected override SqlExpression SumOf(IReadOnlyList<SqlExpression> values) => Function("lc_sum_of", values, typeof(decimal?));

    protected override SqlExpression AverageOf(SqlExpression count, IReadOnlyList<SqlExpression> values)
        => Function("lc_average_of", [count, .. values], typeof(decimal?));

    /// <summary>Its own MIN and MAX of several values are blank if one is. Dates are texts that sort as they do.</summary>
    protected override SqlExpression ExtremeOf(string function, IReadOnlyList<SqlExpression> values, Type type)
        => Function((function == "LEAST", type.UnwrapNullable() == typeof(decimal)) switch
        {
            (true, true) => "lc_least",
            (false, true) => "lc_greatest",
            (true, false) => "lc_earliest",
            (false, false) => "lc_latest",
        }, values, type);

    protected override SqlExpression JoinTexts(SqlExpression values, SqlExpression separator)
        => Function("group_concat", [values, separator], typeof(string));

    protected override SqlExpression Extreme(string function, SqlExpression values)
        => IsComputed(values) ? Function(function == "MIN" ? "lc_minimum" : "lc_maximum", [values], typeof(decimal?)) : base.Extreme(function, values);

    private static bool IsReal(SqlExpression expression) => expression.TypeMapping?.StoreType == "REAL";

    /// <summary>Parameters and constants have no mapping yet and take that of the column that they are compared with.</summary>
    private static bool IsComputed(SqlExpression expression)
        => expression.Type.UnwrapNullable() == typeof(decimal) && expression.TypeMapping is not null && !IsReal(expression);
}
