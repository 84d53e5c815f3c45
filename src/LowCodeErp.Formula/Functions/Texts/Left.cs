using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Left : PrimitiveFunction
{
    public override string Name => "LEFT";

    public override IReadOnlyList<string> Aliases => ["左取"];

    public override LocalizedText Help => new(
        "文本开头的若干个字符，省略个数时为 1。",
        "The first characters, one if the count is left out.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LEFT(\"销售订单\", 2)", "销售"), new("LEFT(\"ab\", 50)", "ab")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本, number count/个数 = 1 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Left);
}
