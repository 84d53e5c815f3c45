using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Trim : PrimitiveFunction
{
    public override string Name => "TRIM";

    public override IReadOnlyList<string> Aliases => ["去空格"];

    public override LocalizedText Help => new(
        "去掉首尾空格，中间的连续空格只留一个。",
        "Removes spaces at both ends and folds runs inside to one.");

    public override IReadOnlyList<FunctionExample> Examples => [new("TRIM(\"  a   b \")", "a b")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Trim);
}
