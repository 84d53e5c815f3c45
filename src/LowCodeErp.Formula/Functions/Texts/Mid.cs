using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Mid : PrimitiveFunction
{
    public override string Name => "MID";

    public override IReadOnlyList<string> Aliases => ["截取"];

    public override LocalizedText Help => new(
        "从第几个字符起取若干个字符。",
        "Characters from a position on, which counts from 1.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MID(\"ABCDEF\", 3, 2)", "CD")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本, number start/起始位置, number count/个数 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Mid);
}
