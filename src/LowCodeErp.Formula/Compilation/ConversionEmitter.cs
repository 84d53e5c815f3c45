using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Compilation;

internal static class ConversionEmitter
{
    public static Emitted Emit(Emitter emitter, BoundNode.Conversion conversion)
    {
        var operand = emitter.Emit(conversion.Operand);
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        return operand with
        {
            Value = to.Kind == FormulaTypeKind.List
                ? ConvertItems(emitter, operand.Value, from.Element!, to.Element!)
                : Convert(emitter, operand.Value, from.Kind, to.Kind),
        };
    }

    private static MethodCallExpression ConvertItems(Emitter emitter, Expression items, FormulaType from, FormulaType to)
    {
        var item = Expression.Parameter(from.ClrType, "item");
        var each = Expression.Lambda(Convert(emitter, item, from.Kind, to.Kind), item);
        return Expression.Call(typeof(FormulaPrimitives), nameof(FormulaPrimitives.Map), [from.ClrType, to.ClrType], items, each);
    }

    private static Expression Convert(Emitter emitter, Expression value, FormulaTypeKind from, FormulaTypeKind to)
        => MethodFor(from, to) is { } method ? Call(emitter, method, Expressions.Nullable(value)) : value;

    /// <summary>Null where the value stays as it is: a time is a number of days.</summary>
    private static string? MethodFor(FormulaTypeKind from, FormulaTypeKind to) => (from, to) switch
    {
        (FormulaTypeKind.Number, FormulaTypeKind.Text) => nameof(FormulaPrimitives.NumberText),
        (FormulaTypeKind.Time, FormulaTypeKind.Text) => nameof(FormulaPrimitives.TimeText),
        (FormulaTypeKind.Date, FormulaTypeKind.Text) => nameof(FormulaPrimitives.DateText),
        (FormulaTypeKind.DateTime, FormulaTypeKind.Text) => nameof(FormulaPrimitives.DateTimeText),
        (FormulaTypeKind.Date, FormulaTypeKind.DateTime) => nameof(FormulaPrimitives.StartOfDay),
        (FormulaTypeKind.DateTime, FormulaTypeKind.Date) => nameof(FormulaPrimitives.LocalDay),
        (FormulaTypeKind.Date, FormulaTypeKind.Number) => nameof(FormulaPrimitives.DateSerial),
        (FormulaTypeKind.DateTime, FormulaTypeKind.Number) => nameof(FormulaPrimitives.DateTimeSerial),
        _ => null,
    };

    private static MethodCallExpression Call(Emitter emitter, string name, Expression value)
    {
        var method = typeof(FormulaPrimitives).GetMethod(name)!;
        return method.GetParameters().Length == 1 ? Expression.Call(method, value) : Expression.Call(method, value, emitter.Context);
    }
}
