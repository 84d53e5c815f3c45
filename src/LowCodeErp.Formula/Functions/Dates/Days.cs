using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Days : PrimitiveFunction
{
    public override string Name => "DAYS";

    public override IReadOnlyList<string> Aliases => ["相差天数"];

    public override LocalizedText Help => new(
        "结束日期减开始日期的天数。",
        "Days from start to end.");

    public override IReadOnlyList<FunctionExample> Examples => [new("DAYS(#2024-03-01#, #2024-02-28#)", "2")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["date end/结束日期, date start/开始日期 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.DaysBetween);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e7, 0);
}
