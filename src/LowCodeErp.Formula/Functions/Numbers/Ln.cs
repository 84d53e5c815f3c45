using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Ln : PrimitiveFunction
{
    public override string Name => "LN";

    public override IReadOnlyList<string> Aliases => ["自然对数"];

    public override LocalizedText Help => new(
        "自然对数。0 和负数出错。",
        "The natural logarithm. Zero and negative numbers fail.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LN(1)", "0"), new("LN(0)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Ln);
}
