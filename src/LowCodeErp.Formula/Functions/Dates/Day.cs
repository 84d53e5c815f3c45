using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Day : PrimitiveFunction
{
    public override string Name => "DAY";

    public override IReadOnlyList<string> Aliases => ["日"];

    public override LocalizedText Help => new(
        "一个月中的第几天。",
        "The day of the month.");

    public override IReadOnlyList<FunctionExample> Examples => [new("DAY(#2024-01-31#)", "31")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["date date/日期 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Day);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e4, 0);
}
