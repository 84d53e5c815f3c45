using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Exact : PrimitiveFunction
{
    public override string Name => "EXACT";

    public override IReadOnlyList<string> Aliases => ["完全相同"];

    public override LocalizedText Help => new(
        "两段文本是否完全相同，区分大小写。",
        "Whether two texts are the same, case-sensitive.");

    public override IReadOnlyList<FunctionExample> Examples => [new("EXACT(\"A\", \"a\")", "FALSE"), new("EXACT(\"\", \"\")", "TRUE")];

    public override BlankRule Blanks => BlankRule.Special;

    protected override IReadOnlyList<string> Forms => ["text left/文本1, text right/文本2 -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.Exact);
}
