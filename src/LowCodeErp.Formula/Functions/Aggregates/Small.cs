using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Small : PrimitiveFunction
{
    public override string Name => "SMALL";

    public override IReadOnlyList<string> Aliases => ["第几小"];

    public override LocalizedText Help => new(
        "第几小的数；不够多时出错。",
        "The n-th smallest number; it fails if there are too few.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SMALL({3, 5, 4}, 2)", "4")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["list<number> values/列表, number position/第几 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Small);

    internal override LocalizedText? FindObstacle(BoundNode.Call call)
        => SetObstacles.OfPosition(call.Arguments[1]) ?? base.FindObstacle(call);
}
