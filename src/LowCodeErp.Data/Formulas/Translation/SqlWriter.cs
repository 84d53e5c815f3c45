using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Writes the operations of formulas as SQL. What databases have in common is here, where they differ is overridden.</summary>
internal abstract class SqlWriter(ISqlExpressionFactory sql, IRelationalTypeMappingSource types)
{
    protected ISqlExpressionFactory Sql { get; } = sql;

    /// <summary>How a computed number is held.</summary>
    protected virtual RelationalTypeMapping NumberMapping { get; } = types.FindMapping(typeof(decimal))!;

    /// <summary>The schema of the functions of formulas, where they cannot be called without one.</summary>
    protected virtual string? Schema => null;

    /// <summary>Puts its second argument in the place of a blank.</summary>
    protected abstract string HoldsFunction { get; }

    /// <summary>Makes one value of several.</summary>
    protected abstract string ListFunction { get; }

    /// <summary>Makes one value of those of rows.</summary>
    protected abstract string ListAggregate { get; }

    public SqlExpression Write(string operation, IReadOnlyList<SqlExpression> arguments, Type type) => operation switch
    {
        SqlOperation.Add => Compute(ExpressionType.Add, arguments[0], arguments[1]),
        SqlOperation.Subtract => Compute(ExpressionType.Subtract, arguments[0], arguments[1]),
        SqlOperation.Multiply => Compute(ExpressionType.Multiply, arguments[0], arguments[1]),
        SqlOperation.Negate => Negate(arguments[0]),
        SqlOperation.Less => Compare(ExpressionType.LessThan, arguments[0], arguments[1]),
        SqlOperation.LessOrEqual => Compare(ExpressionType.LessThanOrEqual, arguments[0], arguments[1]),
        SqlOperation.Greater => Compare(ExpressionType.GreaterThan, arguments[0], arguments[1]),
        SqlOperation.GreaterOrEqual => Compare(ExpressionType.GreaterThanOrEqual, arguments[0], arguments[1]),
        SqlOperation.Equal => Compare(ExpressionType.Equal, arguments[0], arguments[1]),
        SqlOperation.NotEqual => Compare(ExpressionType.NotEqual, arguments[0], arguments[1]),
        SqlOperation.Holds => Holds(arguments[0]),
        SqlOperation.Exact => Exact(arguments[0]),
        SqlOperation.Number => Sql.Convert(Sql.ApplyDefaultTypeMapping(arguments[0]), typeof(decimal), NumberMapping),
        SqlOperation.SortKey => SortKey(arguments[0]),
        SqlOperation.Column => Column(arguments[0]),
        SqlOperation.Sum => Sum(arguments[0]),
        SqlOperation.Average => Average(arguments[0]),
        SqlOperation.JoinTexts => JoinTexts(arguments[0], arguments[1]),
        SqlOperation.Count => Count(arguments[0]),
        SqlOperation.Minimum => Extreme("MIN", arguments[0]),
        SqlOperation.Maximum => Extreme("MAX", arguments[0]),
        SqlOperation.SumOf => SumOf(arguments),
        SqlOperation.AverageOf => AverageOf(arguments[0], [.. arguments.Skip(1)]),
        SqlOperation.Least => ExtremeOf("LEAST", arguments, type),
        SqlOperation.Greatest => ExtremeOf("GREATEST", arguments, type),
        SqlOperation.ListOf => Function(ListFunction, arguments, type),
        SqlOperation.List => Function(ListAggregate, arguments, type),
        SqlOperation.Blank => Blank(type),
        _ => Function(operation, arguments, type),
    };

    protected virtual SqlExpression Compute(ExpressionType operation, SqlExpression left, SqlExpression right)
        => Sql.MakeBinary(operation, Typed(left), Typed(right), NumberMapping)!;

    protected virtual SqlExpression Negate(SqlExpression operand) => Sql.Negate(Typed(operand));

    protected virtual SqlExpression Compare(ExpressionType operation, SqlExpression left, SqlExpression right)
        => Sql.MakeBinary(operation, left, right, typeMapping: null)!;

    protected virtual SqlExpression Exact(SqlExpression number) => Typed(number);

    protected virtual SqlExpression SortKey(SqlExpression number) => number;

    protected virtual SqlExpression Column(SqlExpression number) => Typed(number);

    protected virtual SqlExpression Sum(SqlExpression values) => OrZero(Aggregate("SUM", Typed(values)));

    protected virtual SqlExpression SumOf(IReadOnlyList<SqlExpression> values)
        => values.Select(OrZero).DefaultIfEmpty(Zero).Aggregate((left, right) => Compute(ExpressionType.Add, left, right));

    protected virtual SqlExpression AverageOf(SqlExpression count, IReadOnlyList<SqlExpression> values)
        => Function("lc_divide", [SumOf(values), count], typeof(decimal?));

    /// <summary>The database's own function, which passes over blanks and is as good for dates.</summary>
    protected virtual SqlExpression ExtremeOf(string function, IReadOnlyList<SqlExpression> values, Type type)
    {
        var typed = values.Select(Typed).ToArray();
        return new SqlFunctionExpression(function, typed, nullable: true, typed.Select(_ => false), type.UnwrapNullable(), MappingOf(type));
    }

    protected virtual SqlExpression Blank(Type type) => Sql.Constant(null, type, MappingOf(type));

    protected virtual SqlExpression Average(SqlExpression values)
        => Function("lc_divide", [Aggregate("SUM", Typed(values)), Count(values)], typeof(decimal?));

    protected virtual SqlExpression JoinTexts(SqlExpression values, SqlExpression separator)
        => new SqlFunctionExpression("STRING_AGG", [Typed(values), Typed(separator)], nullable: true, [false, false], typeof(string), types.FindMapping(typeof(string)));

    protected virtual SqlExpression Extreme(string function, SqlExpression values) => Aggregate(function, Typed(values));

    protected static SqlExpression Aggregate(string function, SqlExpression values)
        => new SqlFunctionExpression(function, [values], nullable: true, [false], values.Type, values.TypeMapping);

    /// <summary>A mapping for what has none yet: parameters and constants. Columns keep theirs.</summary>
    protected SqlExpression Typed(SqlExpression expression)
        => expression.TypeMapping is not null ? expression
            : expression.Type.UnwrapNullable() == typeof(decimal) ? Sql.ApplyTypeMapping(expression, NumberMapping)
            : Sql.ApplyDefaultTypeMapping(expression);

    protected SqlFunctionExpression Function(string name, IReadOnlyList<SqlExpression> arguments, Type type)
    {
        var result = type.UnwrapNullable();
        var mapping = MappingOf(type);
        var isNullable = !type.IsValueType || type != result;
        var typed = arguments.Select(Typed).ToArray();
        var propagates = typed.Select(_ => false);
        return Schema is null
            ? new(name, typed, isNullable, propagates, result, mapping)
            : new(Schema, name, typed, isNullable, propagates, result, mapping);
    }

    /// <summary>Not COALESCE: EF takes that away from what it believes to be never blank.</summary>
    private SqlFunctionExpression Holds(SqlExpression condition)
        => new(HoldsFunction, [Typed(condition), Sql.Constant(false, MappingOf(typeof(bool)))], nullable: false, [false, false], typeof(bool), MappingOf(typeof(bool)));

    protected RelationalTypeMapping MappingOf(Type type)
        => type.UnwrapNullable() == typeof(decimal) ? NumberMapping : types.FindMapping(type.UnwrapNullable())!;

    protected SqlExpression OrZero(SqlExpression number) => Sql.Coalesce(Typed(number), Zero, NumberMapping);

    private SqlExpression Zero => Sql.Constant(0m, NumberMapping);

    private SqlExpression Count(SqlExpression values)
    {
        var count = new SqlFunctionExpression("COUNT", [Typed(values)], nullable: false, [false], typeof(long), types.FindMapping(typeof(long)));
        return Sql.Convert(count, typeof(decimal), NumberMapping);
    }
}
