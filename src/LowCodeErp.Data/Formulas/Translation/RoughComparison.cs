using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// An order of computed numbers, told by the database's own arithmetic where that is beyond doubt, and exactly only where the two
/// lie close together: exact arithmetic takes ten times as long, and few records lie close. Decision 0021 has the proof.
/// </summary>
/// <param name="number">How the database's own arithmetic holds numbers.</param>
/// <param name="precision">Of that arithmetic, with room for as many operations as there may be: what part of its size a result may be wrong by.</param>
/// <param name="operand">A column, parameter or constant as that arithmetic takes it.</param>
internal sealed class RoughComparison(
    ISqlExpressionFactory sql, RelationalTypeMapping number, double precision, Func<SqlExpression, SqlExpression> operand)
{
    /// <summary>As many as the precision has room for, and as make no long statement.</summary>
    private const int MostOperands = 32;

    /// <summary>Far enough below the largest decimal: what is smaller is not blank.</summary>
    private const double LargestSize = 1e27;

    /// <summary>A value, and something larger than it and than all that it is computed from.</summary>
    /// <param name="Calls">The functions that its exact value takes.</param>
    private sealed record Rough(SqlExpression Value, SqlExpression Size, int Operands, int Calls);

    /// <param name="exact">The same comparison exactly.</param>
    public SqlExpression Write(ExpressionType operation, SqlExpression left, SqlExpression right, SqlExpression exact)
    {
        if (operation is ExpressionType.Equal or ExpressionType.NotEqual
            || Read(left) is not { } first
            || Read(right) is not { } second
            || first.Operands + second.Operands > MostOperands
            || first.Calls + second.Calls == 0)
        {
            return exact;
        }

        var tolerance = Compute(ExpressionType.Multiply, Compute(ExpressionType.Add, first.Size, second.Size), Constant(precision));
        var distance = Absolute(Compute(ExpressionType.Subtract, first.Value, second.Value));
        var isBeyondDoubt = sql.AndAlso(

            // With what follows it says that the size is below the largest, and is shorter.
            Order(ExpressionType.LessThan, distance, Constant(LargestSize * precision)),
            Order(ExpressionType.GreaterThan, distance, tolerance));
        return sql.Case([new CaseWhenClause(isBeyondDoubt, Order(operation, first.Value, second.Value))], exact);
    }

    /// <summary>Null where there is more than sums, differences and products of fields and values.</summary>
    private Rough? Read(SqlExpression expression) => expression switch
    {
        ColumnExpression or SqlParameterExpression or SqlConstantExpression => ReadOperand(expression),
        SqlFunctionExpression { Name: "COALESCE", Arguments: [ColumnExpression, SqlConstantExpression] } => ReadOperand(expression),

        // What is computed is blank only where it is too large for a decimal, and that is in doubt already.
        SqlFunctionExpression { Name: "COALESCE", Arguments: [SqlFunctionExpression computed, SqlConstantExpression] } => Read(computed),
        SqlFunctionExpression { Arguments: [var left, var right] } function when OperationOf(function.Name) is { } operation => Read(operation, left, right, calls: 1),
        SqlBinaryExpression { OperatorType: ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply } binary
            => Read(binary.OperatorType, binary.Left, binary.Right, calls: 0),
        _ => null,
    };

    private Rough ReadOperand(SqlExpression expression)
    {
        var value = operand(expression);
        return new(value, Compute(ExpressionType.Add, Absolute(value), Constant(1)), Operands: 1, Calls: 0);
    }

    private Rough? Read(ExpressionType operation, SqlExpression left, SqlExpression right, int calls)
        => Read(left) is { } first && Read(right) is { } second
            ? new(
                Compute(operation, first.Value, second.Value),
                Compute(operation == ExpressionType.Multiply ? operation : ExpressionType.Add, first.Size, second.Size),
                first.Operands + second.Operands,
                first.Calls + second.Calls + calls)
            : null;

    private static ExpressionType? OperationOf(string function) => function switch
    {
        "lc_add" or "lc_add_canonical" => ExpressionType.Add,
        "lc_subtract" or "lc_subtract_canonical" => ExpressionType.Subtract,
        "lc_multiply" or "lc_multiply_canonical" => ExpressionType.Multiply,
        _ => null,
    };

    private SqlExpression Compute(ExpressionType operation, SqlExpression left, SqlExpression right) => sql.MakeBinary(operation, left, right, number)!;

    private SqlExpression Order(ExpressionType operation, SqlExpression left, SqlExpression right) => sql.MakeBinary(operation, left, right, typeMapping: null)!;

    private SqlFunctionExpression Absolute(SqlExpression value) => new("abs", [value], nullable: true, [true], value.Type, number);

    private SqlExpression Constant(double value) => sql.Constant(Convert.ChangeType(value, number.ClrType, CultureInfo.InvariantCulture), number);
}
