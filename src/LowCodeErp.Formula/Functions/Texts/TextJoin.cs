using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class TextJoin : PrimitiveFunction
{
    public override string Name => "TEXTJOIN";

    public override IReadOnlyList<string> Aliases => ["拼接"];

    public override LocalizedText Help => new(
        "用分隔符连接一列值，可略过空值。",
        "Joins a list with a separator, with or without blanks.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("TEXTJOIN(\"-\", TRUE, \"a\", \"\", \"b\")", "a-b"),
        new("TEXTJOIN(\",\", FALSE, \"a\", \"\", \"b\")", "a,,b"),
    ];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms => ["text separator/分隔符, boolean skip/略过空值, printable values/值* -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.TextJoin);

    internal override LocalizedText? FindObstacle(BoundNode.Call call) => SetObstacles.OfChosenInChosen(call) ?? base.FindObstacle(call);
}
