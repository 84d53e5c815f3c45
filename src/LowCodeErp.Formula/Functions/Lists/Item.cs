using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class Item : PrimitiveFunction
{
    public override string Name => "ITEM";

    public override IReadOnlyList<string> Aliases => ["取第几个", "NTH", "INDEX"];

    public override LocalizedText Help => new(
        "列表的第几项，从 1 数起；超出时为空。",
        "The item at a position that counts from 1; blank beyond the end.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ITEM({\"a\", \"b\"}, 2)", "b"), new("ITEM({\"a\"}, 5)", "blank")];

    public override BlankRule Blanks => BlankRule.Special;

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表, number position/第几 -> T"];

    protected override string Primitive => nameof(FormulaPrimitives.ItemAt);

    internal override LocalizedText? FindObstacle(BoundNode.Call call)
        => SetObstacles.OfPosition(call.Arguments[1]) ?? SetObstacles.OfChosenInChosen(call) ?? base.FindObstacle(call);
}
