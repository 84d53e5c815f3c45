using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Count : PrimitiveFunction
{
    public override string Name => "COUNT";

    public override IReadOnlyList<string> Aliases => ["计数"];

    public override LocalizedText Help => new(
        "不为空的值有几个；对子表或关联数据是行数。", "How many values are not blank; of a sub-table or related records, how many rows.");

    public override IReadOnlyList<FunctionExample> Examples => [new("COUNT(1, 2, 3)", "3"), new("COUNT({5, 6})", "2")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms => ["rows rows/行 -> number", "T values/值* -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Count);

    /// <summary>The aggregates of tables and single values can be put together.</summary>
    internal override LocalizedText? FindObstacle(BoundNode.Call call) => null;

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e15, 0);
}
