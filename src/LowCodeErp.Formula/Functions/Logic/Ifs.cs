using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Ifs : FormulaFunction
{
    public override string Name => "IFS";

    public override IReadOnlyList<string> Aliases => ["多条件"];

    public override LocalizedText Help => new(
        "依次检查条件，取第一个成立的条件后面的值；都不成立时为空。",
        "The value after the first condition that is true; blank if none is.");

    public override IReadOnlyList<FunctionExample> Examples => [new("IFS(1 > 2, \"A\", 2 > 1, \"B\")", "B"), new("IFS(1 > 2, \"A\")", "blank")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["{boolean condition/条件, T value/值}... -> T"];

    internal override BoundNode? FindDecided(IReadOnlyList<BoundNode> arguments)
        => arguments[0] is BoundNode.Literal { Value: true } ? arguments[1] : null;

    internal override Emitted Emit(CallEmitter call)
    {
        var result = new Emitted(Expressions.Null(call.ResultType));
        for (var index = call.Nodes.Count - 2; index >= 0; index -= 2)
        {
            var test = call.Condition(index);
            var value = call.Argument(index + 1);
            result = new(
                Expressions.Choose(test.Value, value.Value, result.Value, call.ResultType),
                Expressions.OrElse(test.Failure, Expressions.ChooseFailure(test.Value, value.Failure, result.Failure)));
        }

        return result;
    }
}
