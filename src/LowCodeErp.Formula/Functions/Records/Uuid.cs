using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class Uuid : PrimitiveFunction
{
    public override string Name => "UUID";

    public override IReadOnlyList<string> Aliases => ["唯一标识"];

    public override LocalizedText Help => new(
        "随机的唯一标识，只适合作默认值。",
        "A random identifier; for default values only.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LEN(UUID())", "36")];

    public override BlankRule Blanks => BlankRule.None;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "随机数只能用作默认值。",
        "Random numbers can only be default values.");

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Uuid);
}
