using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Floor : PrimitiveFunction
{
    public override string Name => "FLOOR";

    public override IReadOnlyList<string> Aliases => ["向下取整"];

    public override LocalizedText Help => new(
        "向下取到倍数的整数倍；倍数省略时为 1。",
        "Rounds down to a multiple of the step, 1 if left out.");

    public override IReadOnlyList<FunctionExample> Examples => [new("FLOOR(19, 4)", "16"), new("FLOOR(-2.5, 2)", "-4")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number step/倍数 = 1 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Floor);
}
