using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions;

/// <summary>A function whose whole meaning is one method of <see cref="FormulaPrimitives"/>.</summary>
public abstract class PrimitiveFunction : FormulaFunction
{
    protected abstract string Primitive { get; }

    internal override Emitted Emit(CallEmitter call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var value = call.Primitive(Primitive);
        var ownFailure = IsPartial ? call.FailureOf(value, blankFails: Blanks != BlankRule.Propagates) : null;
        return new(value, Expressions.OrElse(call.ArgumentFailure, ownFailure));
    }
}
