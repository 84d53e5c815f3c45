using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Mod : PrimitiveFunction
{
    public override string Name => "MOD";

    public override IReadOnlyList<string> Aliases => ["取余"];

    public override LocalizedText Help => new(
        "除法的余数，符号和除数相同。除以 0 出错。",
        "The remainder, with the sign of the divisor. Division by 0 fails.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MOD(7, 3)", "1"), new("MOD(-7, 3)", "2"), new("MOD(7, 0)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/被除数, number divisor/除数 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Mod);
}
