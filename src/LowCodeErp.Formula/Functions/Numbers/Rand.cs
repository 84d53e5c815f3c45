using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Rand : PrimitiveFunction
{
    public override string Name => "RAND";

    public override IReadOnlyList<string> Aliases => ["随机数"];

    public override LocalizedText Help => new(
        "0 到 1 之间的随机数，只适合作默认值。",
        "A random number between 0 and 1; for default values only.");

    public override IReadOnlyList<FunctionExample> Examples => [new("RAND() < 1", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "随机数只能用作默认值。",
        "Random numbers can only be default values.");

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Rand);
}
