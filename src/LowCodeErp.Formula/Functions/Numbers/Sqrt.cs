using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Sqrt : PrimitiveFunction
{
    public override string Name => "SQRT";

    public override IReadOnlyList<string> Aliases => ["平方根"];

    public override LocalizedText Help => new(
        "平方根。负数出错。",
        "The square root. A negative number fails.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SQRT(144)", "12"), new("SQRT(-1)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Sqrt);
}
