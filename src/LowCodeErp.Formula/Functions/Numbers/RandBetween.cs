using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class RandBetween : PrimitiveFunction
{
    public override string Name => "RANDBETWEEN";

    public override IReadOnlyList<string> Aliases => ["随机整数"];

    public override LocalizedText Help => new(
        "两个数之间的随机整数，只适合作默认值。",
        "A random whole number between two numbers; for default values only.");

    public override IReadOnlyList<FunctionExample> Examples => [new("RANDBETWEEN(3, 3)", "3")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "随机数只能用作默认值。",
        "Random numbers can only be default values.");

    public override bool IsVolatile => true;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number from/最小值, number to/最大值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.RandBetween);
}
