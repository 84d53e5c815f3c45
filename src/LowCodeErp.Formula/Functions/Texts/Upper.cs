using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Upper : PrimitiveFunction
{
    public override string Name => "UPPER";

    public override IReadOnlyList<string> Aliases => ["转大写"];

    public override LocalizedText Help => new(
        "转成大写字母。",
        "In capital letters.");

    public override IReadOnlyList<FunctionExample> Examples => [new("UPPER(\"abc\")", "ABC")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Upper);
}
