using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class EndsWith : PrimitiveFunction
{
    public override string Name => "ENDSWITH";

    public override IReadOnlyList<string> Aliases => ["结尾是"];

    public override LocalizedText Help => new(
        "文本是否以另一段结尾，区分大小写。",
        "Whether a text ends with another, case-sensitive.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ENDSWITH(\"a.pdf\", \".pdf\")", "TRUE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["text text/文本, text part/结尾 -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.EndsWith);
}
