using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Quotient : PrimitiveFunction
{
    public override string Name => "QUOTIENT";

    public override IReadOnlyList<string> Aliases => ["取商"];

    public override LocalizedText Help => new(
        "除法的整数部分。除以 0 出错。",
        "The whole part of a division. Division by 0 fails.");

    public override IReadOnlyList<FunctionExample> Examples => [new("QUOTIENT(-7, 2)", "-3"), new("QUOTIENT(1, 0)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/被除数, number divisor/除数 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Quotient);
}
