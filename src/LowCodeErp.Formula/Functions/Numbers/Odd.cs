using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Odd : PrimitiveFunction
{
    public override string Name => "ODD";

    public override IReadOnlyList<string> Aliases => ["向上取奇"];

    public override LocalizedText Help => new(
        "向远离 0 的方向取到奇数。",
        "Rounds away from zero to an odd number.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ODD(5.4)", "7"), new("ODD(0)", "1")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Odd);
}
