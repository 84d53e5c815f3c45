using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Rept : PrimitiveFunction
{
    public override string Name => "REPT";

    public override IReadOnlyList<string> Aliases => ["重复"];

    public override LocalizedText Help => new(
        "把文本重复若干次。",
        "Repeats a text.");

    public override IReadOnlyList<FunctionExample> Examples => [new("REPT(\"ab\", 2)", "abab")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本, number count/次数 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Rept);
}
