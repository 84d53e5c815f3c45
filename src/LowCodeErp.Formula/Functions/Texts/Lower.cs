using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Lower : PrimitiveFunction
{
    public override string Name => "LOWER";

    public override IReadOnlyList<string> Aliases => ["转小写"];

    public override LocalizedText Help => new(
        "转成小写字母。",
        "In small letters.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LOWER(\"ABC\")", "abc")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Lower);
}
