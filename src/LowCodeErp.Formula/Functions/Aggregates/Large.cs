using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Large : PrimitiveFunction
{
    public override string Name => "LARGE";

    public override IReadOnlyList<string> Aliases => ["第几大"];

    public override LocalizedText Help => new(
        "第几大的数；不够多时出错。",
        "The n-th largest number; it fails if there are too few.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LARGE({3, 5, 4}, 2)", "4"), new("LARGE({3}, 2)", "blank")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["list<number> values/列表, number position/第几 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Large);

    internal override LocalizedText? FindObstacle(BoundNode.Call call)
        => SetObstacles.OfPosition(call.Arguments[1]) ?? base.FindObstacle(call);
}
