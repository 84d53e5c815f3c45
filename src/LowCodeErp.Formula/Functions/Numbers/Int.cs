using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Int : PrimitiveFunction
{
    public override string Name => "INT";

    public override IReadOnlyList<string> Aliases => ["取整"];

    public override LocalizedText Help => new(
        "不大于数值的最大整数；负数也向下取。",
        "The largest whole number not above the value.");

    public override IReadOnlyList<FunctionExample> Examples => [new("INT(5.4)", "5"), new("INT(-5.4)", "-6")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Int);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Of(arguments[0]).Rounded(0);
}
