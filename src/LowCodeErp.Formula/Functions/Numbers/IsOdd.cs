using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class IsOdd : PrimitiveFunction
{
    public override string Name => "ISODD";

    public override IReadOnlyList<string> Aliases => ["是奇数"];

    public override LocalizedText Help => new(
        "整数部分是否奇数。",
        "Whether the whole part is odd.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISODD(9)", "TRUE")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.IsOdd);
}
