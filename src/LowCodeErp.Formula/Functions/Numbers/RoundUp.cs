using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class RoundUp : PrimitiveFunction
{
    public override string Name => "ROUNDUP";

    public override IReadOnlyList<string> Aliases => ["向上舍入"];

    public override LocalizedText Help => new(
        "向远离 0 的方向舍入到指定位数。",
        "Rounds away from zero.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ROUNDUP(1.1, 0)", "2"), new("ROUNDUP(-1.11, 1)", "-1.2")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number digits/位数 = 0 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.RoundUp);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.OfRounding(arguments);
}
