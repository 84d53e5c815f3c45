using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Age : FormulaFunction
{
    public override string Name => "AGE";

    public override IReadOnlyList<string> Aliases => ["周岁"];

    public override LocalizedText Help => new(
        "到某天为止满几周岁，省略时为今天；出生日期在那天之后时出错。",
        "Full years since a date, up to today unless another day is given; it fails when the date is later.");

    public override IReadOnlyList<FunctionExample> Examples => [new("AGE(#2000-02-29#, #2024-02-28#)", "23")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    public override bool IsVolatile => true;

    public override bool IsVolatileWith(int argumentCount) => argumentCount == 1;

    protected override IReadOnlyList<string> Forms => ["date birth/出生日期 -> number", "date birth/出生日期, date day/到哪天 -> number"];

    internal override Emitted Emit(CallEmitter call)
    {
        var day = call.Nodes.Count > 1 ? call.Argument(1).Value : call.Primitive(nameof(FormulaPrimitives.Today), []);
        var value = call.Primitive(nameof(FormulaPrimitives.DateDif), call.Argument(0).Value, day, Expression.Constant("Y"));
        return new(value, Expressions.OrElse(call.ArgumentFailure, call.FailureOf(value, blankFails: false)));
    }
}
