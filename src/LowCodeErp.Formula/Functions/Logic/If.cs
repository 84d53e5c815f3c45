using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class If : FormulaFunction
{
    public override string Name => "IF";

    public override IReadOnlyList<string> Aliases => ["如果"];

    public override LocalizedText Help => new(
        "条件成立时取第二个参数，否则取第三个；没有第三个时为空。",
        "The second argument if the condition is true, else the third; blank if there is no third.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("IF(2 > 1, \"大\", \"小\")", "大"), new("IF(1 > 2, 5)", "blank")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["boolean condition/条件, T then/成立时, T else/不成立时? -> T"];

    internal override BoundNode? FindDecided(IReadOnlyList<BoundNode> arguments) => arguments[0] is BoundNode.Literal { Value: bool isTrue }
        ? isTrue ? arguments[1] : arguments.Count > 2 ? arguments[2] : new BoundNode.Literal(null, arguments[1].Type, arguments[0].Span)
        : null;

    internal override Emitted Emit(CallEmitter call)
    {
        var test = call.Condition(0);
        var then = call.Argument(1);
        var otherwise = call.Nodes.Count > 2 ? call.Argument(2) : new Emitted(Expressions.Null(call.ResultType));
        return new(
            Expressions.Choose(test.Value, then.Value, otherwise.Value, call.ResultType),
            Expressions.OrElse(test.Failure, Expressions.ChooseFailure(test.Value, then.Failure, otherwise.Failure)));
    }

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Any(arguments.Skip(1));
}
