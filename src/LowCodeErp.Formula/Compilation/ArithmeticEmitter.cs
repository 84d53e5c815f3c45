using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Operators that compute: numbers with blank as 0, texts with blank as empty, dates with blank staying blank.</summary>
internal static class ArithmeticEmitter
{
    public static Emitted Emit(Emitter emitter, BoundNode.Unary unary)
    {
        var operand = emitter.Emit(unary.Operand);
        var number = Expressions.OrZero(operand.Value);
        if (unary.Operator == UnaryOperator.Percent)
        {
            // It only gets smaller, so that it cannot fail.
            return operand with
            {
                Value = Compute(ExpressionType.Multiply, number, Expression.Constant(0.01m), NumberBounds.OfPercent(unary.Operand)).Value,
            };
        }

        return operand with { Value = unary.Operator == UnaryOperator.Negate ? Expression.Negate(number) : number };
    }

    public static Emitted Emit(Emitter emitter, BoundNode.Binary binary)
    {
        var left = emitter.Emit(binary.Left);
        var right = emitter.Emit(binary.Right);
        var failure = Expressions.OrElse(left.Failure, right.Failure);
        if (binary.Operator == BinaryOperator.Concatenate)
        {
            return new(Call(nameof(FormulaPrimitives.Concatenate), left.Value, right.Value), failure);
        }

        var isAboutDays = binary.Left.Type.Kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime
            || binary.Right.Type.Kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime;
        var own = isAboutDays ? EmitDays(binary, left.Value, right.Value) : EmitNumbers(binary, left.Value, right.Value);
        return own with { Failure = Expressions.OrElse(failure, own.Failure) };
    }

    private static Emitted EmitNumbers(BoundNode.Binary binary, Expression left, Expression right)
    {
        (left, right) = (Expressions.OrZero(left), Expressions.OrZero(right));
        var isZero = right is ConstantExpression { Value: not 0m } ? null : Expression.Equal(right, Expression.Constant(0m));
        switch (binary.Operator)
        {
            case BinaryOperator.Add:
                return Compute(ExpressionType.Add, left, right, NumberBounds.OfResult(binary));
            case BinaryOperator.Subtract:
                return Compute(ExpressionType.Subtract, left, right, NumberBounds.OfResult(binary));
            case BinaryOperator.Multiply:
                return Compute(ExpressionType.Multiply, left, right, NumberBounds.OfResult(binary));
            case BinaryOperator.Divide:
                return new(Call(nameof(FormulaPrimitives.Divide), left, right), isZero);
            case BinaryOperator.Modulo:
                return new(Call(nameof(FormulaPrimitives.Mod), left, right), isZero);
            default:
                var power = Call(nameof(FormulaPrimitives.Power), left, right);
                return new(power, Expressions.IsNull(power));
        }
    }

    /// <summary>Native where decimals surely hold the result, which is the same on every database then; canonical elsewhere.</summary>
    private static Emitted Compute(ExpressionType kind, Expression left, Expression right, NumberBounds bounds)
    {
        if (bounds.IsExact)
        {
            return new(Expression.MakeBinary(kind, left, right));
        }

        var canonical = Call(kind switch
        {
            ExpressionType.Add => nameof(FormulaPrimitives.AddCanonical),
            ExpressionType.Subtract => nameof(FormulaPrimitives.SubtractCanonical),
            _ => nameof(FormulaPrimitives.MultiplyCanonical),
        }, left, right);
        return new(canonical, bounds.MayOverflow ? Expressions.IsNull(canonical) : null);
    }

    private static Emitted EmitDays(BoundNode.Binary binary, Expression left, Expression right)
    {
        var isSpan = binary.Type.Kind == FormulaTypeKind.Number;
        if (isSpan)
        {
            var between = left.Type == typeof(DateOnly?) || left.Type == typeof(DateOnly)
                ? nameof(FormulaPrimitives.DaysBetween)
                : nameof(FormulaPrimitives.DaysBetweenTimes);
            return new(Call(between, Expressions.Nullable(left), Expressions.Nullable(right)));
        }

        var (day, number) = binary.Left.Type.Is(binary.Type) ? (left, right) : (right, left);
        day = Expressions.Nullable(day);
        number = Expressions.OrZero(number);
        var add = binary.Type.Kind == FormulaTypeKind.Date ? nameof(FormulaPrimitives.AddDays) : nameof(FormulaPrimitives.AddDaysToTime);
        var sum = Call(add, day, binary.Operator == BinaryOperator.Subtract ? Expression.Negate(number) : number);
        return !Certainty.IsPartial(binary) ? new(sum) : new(sum, Expression.AndAlso(Expressions.IsNotNull(day), Expressions.IsNull(sum)));
    }

    private static MethodCallExpression Call(string name, params Expression[] arguments)
        => Expression.Call(typeof(FormulaPrimitives), name, null, arguments);
}
