using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class False : FormulaFunction
{
    public override string Name => "FALSE";

    public override IReadOnlyList<string> Aliases => ["假"];

    public override LocalizedText Help => new("逻辑值假，也可不写括号。", "The value FALSE; the parentheses may be left out.");

    public override IReadOnlyList<FunctionExample> Examples => [new("FALSE()", "FALSE"), new("假", "FALSE")];

    public override BlankRule Blanks => BlankRule.None;

    protected override IReadOnlyList<string> Forms => [" -> boolean"];

    internal override Emitted Emit(CallEmitter call) => new(Expression.Constant(false));
}
