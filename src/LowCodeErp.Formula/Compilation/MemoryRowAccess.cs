using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Reads fields from <see cref="IFormulaRow"/> by their ordinals.</summary>
public sealed class MemoryRowAccess : IRowAccess
{
    public static MemoryRowAccess Instance { get; } = new();

    public Type RowType => typeof(IFormulaRow);

    public Expression Read(Expression row, FieldPath path, FormulaType type)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(type);
        foreach (var step in path.Steps.SkipLast(1))
        {
            row = Expression.Call(typeof(FormulaPrimitives), nameof(FormulaPrimitives.Follow), null, row, Expression.Constant(step.Ordinal));
        }

        var ordinal = Expression.Constant(path.Last.Ordinal);
        return type.Kind == FormulaTypeKind.List
            ? Expression.Call(typeof(FormulaPrimitives), nameof(FormulaPrimitives.ReadList), [type.Element!.ClrType], row, ordinal)
            : Expression.Call(typeof(FormulaPrimitives), ReaderOf(type.Kind), null, row, ordinal);
    }

    private static string ReaderOf(FormulaTypeKind kind) => kind switch
    {
        FormulaTypeKind.Text => nameof(FormulaPrimitives.ReadText),
        FormulaTypeKind.Number => nameof(FormulaPrimitives.ReadNumber),
        FormulaTypeKind.Boolean => nameof(FormulaPrimitives.ReadBoolean),
        FormulaTypeKind.Date => nameof(FormulaPrimitives.ReadDate),
        FormulaTypeKind.DateTime => nameof(FormulaPrimitives.ReadDateTime),
        FormulaTypeKind.Reference => nameof(FormulaPrimitives.ReadReference),
        _ => nameof(FormulaPrimitives.ReadRows),
    };
}
