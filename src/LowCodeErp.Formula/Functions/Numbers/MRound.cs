using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class MRound : PrimitiveFunction
{
    public override string Name => "MROUND";

    public override IReadOnlyList<string> Aliases => ["舍入到倍数"];

    public override LocalizedText Help => new(
        "四舍五入到最接近的倍数。数值和倍数符号不同则出错。",
        "Rounds to the nearest multiple. It fails when the signs differ.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MROUND(10, 3)", "9"), new("MROUND(5, -2)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number step/倍数 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.MRound);
}
