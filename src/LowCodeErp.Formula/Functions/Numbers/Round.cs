using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Round : PrimitiveFunction
{
    public override string Name => "ROUND";

    public override IReadOnlyList<string> Aliases => ["四舍五入"];

    public override LocalizedText Help => new(
        "四舍五入到指定位数；位数为负时舍入到十位、百位……",
        "Rounds half away from zero; negative digits round to tens, hundreds and so on.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("ROUND(2.5, 0)", "3"),
        new("ROUND(-1.475, 2)", "-1.48"),
        new("ROUND(1412.34, -2)", "1400"),
    ];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number digits/位数 = 0 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Round);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.OfRounding(arguments);
}
