using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Abs : PrimitiveFunction
{
    public override string Name => "ABS";

    public override IReadOnlyList<string> Aliases => ["绝对值"];

    public override LocalizedText Help => new(
        "数值的绝对值。",
        "The number without its sign.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ABS(-5)", "5")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Abs);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Of(arguments[0]);
}
