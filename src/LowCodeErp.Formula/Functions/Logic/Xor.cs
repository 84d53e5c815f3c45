using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Xor : FormulaFunction
{
    public override string Name => "XOR";

    public override IReadOnlyList<string> Aliases => ["异或"];

    public override LocalizedText Help => new("成立的条件为奇数个时为真。", "True if an odd number of the conditions is true.");

    public override IReadOnlyList<FunctionExample> Examples => [new("XOR(TRUE, FALSE)", "TRUE"), new("XOR(TRUE, TRUE)", "FALSE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["{boolean condition/条件}... -> boolean"];

    internal override Emitted Emit(CallEmitter call) => Enumerable.Range(0, call.Nodes.Count)
        .Select(index => call.Condition(index))
        .Aggregate((left, right) => new(
            Expression.NotEqual(left.Value, right.Value), Expressions.OrElse(left.Failure, right.Failure)));
}
