using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class AddYear : FormulaFunction
{
    public override string Name => "ADDYEAR";

    public override IReadOnlyList<string> Aliases => ["加年"];

    public override LocalizedText Help => new("日期加上若干年。", "A date plus a number of years.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ADDYEAR(#2024-01-31#, 1)", "2025-01-31")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date date/日期, number count/数量 -> date"];

    internal override Emitted Emit(CallEmitter call)
    {
        var value = call.Primitive(
            nameof(FormulaPrimitives.DateAdd), call.Argument(0).Value, call.Argument(1).Value, Expression.Constant("year"));
        return new(value, Expressions.OrElse(call.ArgumentFailure, call.FailureOf(value, blankFails: false)));
    }
}
