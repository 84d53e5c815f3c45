using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Year : PrimitiveFunction
{
    public override string Name => "YEAR";

    public override IReadOnlyList<string> Aliases => ["年"];

    public override LocalizedText Help => new(
        "年份。",
        "The year.");

    public override IReadOnlyList<FunctionExample> Examples => [new("YEAR(#2024-01-31#)", "2024")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["date date/日期 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Year);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e4, 0);
}
