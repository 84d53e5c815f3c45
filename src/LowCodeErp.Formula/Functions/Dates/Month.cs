using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Month : PrimitiveFunction
{
    public override string Name => "MONTH";

    public override IReadOnlyList<string> Aliases => ["月"];

    public override LocalizedText Help => new(
        "月份，1 到 12。",
        "The month, 1 to 12.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MONTH(#2024-01-31#)", "1")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["date date/日期 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Month);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e4, 0);
}
