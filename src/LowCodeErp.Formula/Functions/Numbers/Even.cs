using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Even : PrimitiveFunction
{
    public override string Name => "EVEN";

    public override IReadOnlyList<string> Aliases => ["向上取偶"];

    public override LocalizedText Help => new(
        "向远离 0 的方向取到偶数。",
        "Rounds away from zero to an even number.");

    public override IReadOnlyList<FunctionExample> Examples => [new("EVEN(3)", "4"), new("EVEN(-1)", "-2")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Even);
}
