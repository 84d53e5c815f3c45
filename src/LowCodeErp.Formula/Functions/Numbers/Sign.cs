using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Sign : PrimitiveFunction
{
    public override string Name => "SIGN";

    public override IReadOnlyList<string> Aliases => ["符号"];

    public override LocalizedText Help => new(
        "正数得 1，0 得 0，负数得 -1。",
        "1 for positive, 0 for zero, -1 for negative numbers.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SIGN(-3.5)", "-1")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Sign);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1, 0);
}
