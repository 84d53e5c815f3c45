using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IfBlank : FormulaFunction
{
    public override string Name => "IFBLANK";

    public override IReadOnlyList<string> Aliases => ["为空时", "DEFAULT", "COALESCE"];

    public override LocalizedText Help => new("第一个不为空的值；出错的算空。", "The first value that is not blank; what fails counts as blank.");

    public override IReadOnlyList<FunctionExample> Examples => [new("IFBLANK(\"\", \"无\")", "无"), new("IFBLANK(1 / 0, 0)", "0")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override bool ObservesFailure => true;

    protected override IReadOnlyList<string> Forms => ["{T value/值}... -> T"];

    internal override Emitted Emit(CallEmitter call)
    {
        var result = call.Argument(call.Nodes.Count - 1);
        for (var index = call.Nodes.Count - 2; index >= 0; index--)
        {
            var value = call.Argument(index);
            var isBlank = Expressions.OrElse(value.Failure, Expressions.IsNull(value.Value))!;
            result = new(
                Expressions.Choose(isBlank, result.Value, value.Value, call.ResultType),
                result.Failure is null ? null : Expressions.ChooseFailure(isBlank, result.Failure, null));
        }

        return result with { Value = Expressions.As(result.Value, call.ResultType) };
    }

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Any(arguments);
}
