using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class RoundDown : PrimitiveFunction
{
    public override string Name => "ROUNDDOWN";

    public override IReadOnlyList<string> Aliases => ["向下舍入", "TRUNC", "截尾"];

    public override LocalizedText Help => new(
        "向 0 的方向舍入到指定位数，即截去多余的位。",
        "Rounds towards zero: cuts off further digits.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ROUNDDOWN(-14.129, 2)", "-14.12"), new("TRUNC(8.9)", "8")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number digits/位数 = 0 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.RoundDown);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.OfRounding(arguments);
}
