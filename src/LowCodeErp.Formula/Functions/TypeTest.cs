using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions;

/// <summary>Whether a value is of a kind. Types are known beforehand, so that only blankness is left to look at.</summary>
public abstract class TypeTest : FormulaFunction
{
    public override BlankRule Blanks => BlankRule.False;

    public override bool ObservesFailure => true;

    protected override IReadOnlyList<string> Forms => ["T value/值 -> boolean"];

    protected abstract bool Suits(FormulaTypeKind kind);

    internal override Emitted Emit(CallEmitter call)
    {
        if (!Suits(call.Nodes[0].Type.Kind))
        {
            return new(Expressions.False);
        }

        var value = call.Argument(0);
        var hasValue = Expressions.IsNotNull(value.Value);
        return new(value.Failure is null ? hasValue : Expression.AndAlso(Expressions.Not(value.Failure), hasValue));
    }
}
