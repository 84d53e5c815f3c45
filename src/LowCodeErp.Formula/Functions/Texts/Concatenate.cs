using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Concatenate : PrimitiveFunction
{
    public override string Name => "CONCATENATE";

    public override IReadOnlyList<string> Aliases => ["连接", "CONCAT"];

    public override LocalizedText Help => new(
        "把几个值连成一个文本，和 & 相同。",
        "Joins values into one text, like &.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CONCATENATE(\"A\", 1, \"B\")", "A1B")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["printable values/值* -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.ConcatenateAll);

    internal override LocalizedText? FindObstacle(BoundNode.Call call) => SetObstacles.OfChosenInChosen(call) ?? base.FindObstacle(call);
}
