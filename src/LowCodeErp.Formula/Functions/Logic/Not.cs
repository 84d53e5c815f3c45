using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Not : FormulaFunction
{
    public override string Name => "NOT";

    public override IReadOnlyList<string> Aliases => ["非"];

    public override LocalizedText Help => new("条件不成立时为真；空值算不成立。", "True if the condition is not; blank counts as false.");

    public override IReadOnlyList<FunctionExample> Examples => [new("NOT(1 > 2)", "TRUE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["boolean condition/条件 -> boolean"];

    internal override Emitted Emit(CallEmitter call) => EmitCondition(call, negated: false);

    internal override Emitted EmitCondition(CallEmitter call, bool negated) => call.Condition(0, !negated);
}
