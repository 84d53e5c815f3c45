using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Sum : PrimitiveFunction
{
    public override string Name => "SUM";

    public override IReadOnlyList<string> Aliases => ["求和"];

    public override LocalizedText Help => new(
        "合计，略过空值；没有数值时为 0。",
        "The sum, blanks passed over; 0 of nothing.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SUM(1, 2, 3)", "6"), new("SUM({1, 2}, 3)", "6")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms => ["number values/数值* -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Sum);

    /// <summary>The aggregates of tables and single values can be put together.</summary>
    internal override LocalizedText? FindObstacle(BoundNode.Call call) => null;

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Sum(arguments);
}
