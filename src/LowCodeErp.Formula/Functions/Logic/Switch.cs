using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Switch : FormulaFunction
{
    public override string Name => "SWITCH";

    public override IReadOnlyList<string> Aliases => ["匹配", "CASE"];

    public override LocalizedText Help => new(
        "拿一个值依次和各种情况比较，取第一个相同的情况后面的结果；都不同时取最后的默认值，没有默认值时为空。",
        "The result after the first case equal to the value, else the default at the end, else blank.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("SWITCH(2, 1, \"一\", 2, \"二\")", "二"), new("SWITCH(9, 1, \"一\", \"其他\")", "其他"), new("SWITCH(9, 1, \"一\")", "blank")];

    public override BlankRule Blanks => BlankRule.Special;

    protected override IReadOnlyList<string> Forms => ["T value/值, {T case/情况, R result/结果}..., R default/默认值? -> R"];

    internal override Emitted Emit(CallEmitter call)
    {
        var value = call.Argument(0);
        var hasDefault = call.Nodes.Count % 2 == 0;
        var result = hasDefault ? call.Argument(call.Nodes.Count - 1) : new Emitted(Expressions.Null(call.ResultType));
        for (var index = call.Nodes.Count - (hasDefault ? 3 : 2); index >= 1; index -= 2)
        {
            var candidate = call.Argument(index);
            var then = call.Argument(index + 1);
            var test = ComparisonEmitter.Compare(ExpressionType.Equal, value.Value, candidate.Value);
            result = new(
                Expressions.Choose(test, then.Value, result.Value, call.ResultType),
                Expressions.OrElse(candidate.Failure, Expressions.ChooseFailure(test, then.Failure, result.Failure)));
        }

        return result with
        {
            Value = Expressions.As(result.Value, call.ResultType),
            Failure = Expressions.OrElse(value.Failure, result.Failure),
        };
    }
}
