using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class True : FormulaFunction
{
    public override string Name => "TRUE";

    public override IReadOnlyList<string> Aliases => ["真"];

    public override LocalizedText Help => new("逻辑值真，也可不写括号。", "The value TRUE; the parentheses may be left out.");

    public override IReadOnlyList<FunctionExample> Examples => [new("TRUE()", "TRUE"), new("真", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    protected override IReadOnlyList<string> Forms => [" -> boolean"];

    internal override Emitted Emit(CallEmitter call) => new(Expression.Constant(true));
}
