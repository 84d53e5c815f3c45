using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Choose : FormulaFunction
{
    public override string Name => "CHOOSE";

    public override IReadOnlyList<string> Aliases => ["选择"];

    public override LocalizedText Help => new(
        "按序号取后面的第几个值，从 1 数起；超出时出错。", "The value at a position among those that follow, counted from 1; it fails beyond them.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CHOOSE(2, \"A\", \"B\")", "B"), new("CHOOSE(3, \"A\", \"B\")", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number position/序号, {T value/值}... -> T"];

    internal override BoundNode? FindDecided(IReadOnlyList<BoundNode> arguments)
        => arguments[0] is BoundNode.Literal { Value: decimal position } && position >= 1 && position < arguments.Count
            ? arguments[(int)position]
            : null;

    internal override Emitted Emit(CallEmitter call)
    {
        var position = call.Argument(0);
        var number = Expressions.OrZero(position.Value);
        var result = new Emitted(Expressions.Null(call.ResultType), Expressions.True);
        for (var index = call.Nodes.Count - 1; index >= 1; index--)
        {
            var value = call.Argument(index);
            var test = Expression.AndAlso(
                Expression.GreaterThanOrEqual(number, Expression.Constant((decimal)index)),
                Expression.LessThan(number, Expression.Constant((decimal)index + 1)));
            result = new(
                Expressions.Choose(test, value.Value, result.Value, call.ResultType),
                Expressions.ChooseFailure(test, value.Failure, result.Failure));
        }

        return result with { Failure = Expressions.OrElse(position.Failure, result.Failure) };
    }
}
