using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IfError : FormulaFunction
{
    public override string Name => "IFERROR";

    public override IReadOnlyList<string> Aliases => ["出错时"];

    public override LocalizedText Help => new(
        "计算出错（除以 0、文本不是数字、找不到……）时取第二个参数。",
        "The second argument if the first fails: a division by zero, a text that is no number, something not found.");

    public override IReadOnlyList<FunctionExample> Examples => [new("IFERROR(1 / 0, -1)", "-1"), new("IFERROR(1 / 2, -1)", "0.5")];

    public override BlankRule Blanks => BlankRule.Special;

    public override bool ObservesFailure => true;

    protected override IReadOnlyList<string> Forms => ["T value/值, T otherwise/出错时 -> T"];

    internal override BoundNode? FindDecided(IReadOnlyList<BoundNode> arguments) => Certainty.CanFail(arguments[0]) ? null : arguments[0];

    internal override Emitted Emit(CallEmitter call)
    {
        var value = call.Argument(0);
        var otherwise = call.Argument(1);
        return value.Failure is null ? value : new(
            Expressions.Choose(value.Failure, otherwise.Value, value.Value, call.ResultType),
            Expressions.ChooseFailure(value.Failure, otherwise.Failure, null));
    }
}
