using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Quarter : PrimitiveFunction
{
    public override string Name => "QUARTER";

    public override IReadOnlyList<string> Aliases => ["季度"];

    public override LocalizedText Help => new(
        "季度，1 到 4。",
        "The quarter, 1 to 4.");

    public override IReadOnlyList<FunctionExample> Examples => [new("QUARTER(#2024-01-31#)", "1")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["date date/日期 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Quarter);
}
