using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Ceiling : PrimitiveFunction
{
    public override string Name => "CEILING";

    public override IReadOnlyList<string> Aliases => ["向上取整"];

    public override LocalizedText Help => new(
        "向上取到倍数的整数倍；倍数省略时为 1。正数配负倍数出错。",
        "Rounds up to a multiple of the step, 1 if left out. A positive value with a negative step fails.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("CEILING(4.1, 2)", "6"),
        new("CEILING(2.3)", "3"),
        new("CEILING(8, -1.5)", "blank"),
    ];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number step/倍数 = 1 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Ceiling);
}
