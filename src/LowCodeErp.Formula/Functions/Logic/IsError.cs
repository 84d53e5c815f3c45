using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IsError : FormulaFunction
{
    public override string Name => "ISERROR";

    public override IReadOnlyList<string> Aliases => ["是错误"];

    public override LocalizedText Help => new("计算是否出错。", "Whether the argument fails.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISERROR(1 / 0)", "TRUE"), new("ISERROR(0)", "FALSE")];

    public override BlankRule Blanks => BlankRule.Special;

    public override bool ObservesFailure => true;

    protected override IReadOnlyList<string> Forms => ["T value/值 -> boolean"];

    internal override Emitted Emit(CallEmitter call) => new(call.Argument(0).Failure ?? Expressions.False);
}
