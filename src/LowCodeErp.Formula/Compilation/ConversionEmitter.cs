using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Compilation;

internal static class ConversionEmitter
{
    public static Emitted Emit(Emitter emitter, BoundNode.Conversion conversion)
    {
        var operand = emitter.Emit(conversion.Operand);
        var method = MethodFor(conversion.Operand.Type.Kind, conversion.Type.Kind);
        return method is null ? operand : operand with { Value = Call(emitter, method, Expressions.Nullable(operand.Value)) };
    }

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
