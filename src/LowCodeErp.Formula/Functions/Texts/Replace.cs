using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Replace : PrimitiveFunction
{
    public override string Name => "REPLACE";

    public override IReadOnlyList<string> Aliases => ["位置替换"];

    public override LocalizedText Help => new(
        "把从某个位置起的若干个字符换成另一段文本。",
        "Puts a text in the place of characters from a position on.");

    public override IReadOnlyList<FunctionExample> Examples => [new("REPLACE(\"13812345678\", 4, 4, \"****\")", "138****5678")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本, number start/起始位置, number count/个数, text replacement/新文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Replace);
}
