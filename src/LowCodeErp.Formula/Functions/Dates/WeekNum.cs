using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class WeekNum : PrimitiveFunction
{
    public override string Name => "WEEKNUM";

    public override IReadOnlyList<string> Aliases => ["周数"];

    public override LocalizedText Help => new(
        "一年中的第几周。类型 1：周日开始；2：周一开始；21：ISO。",
        "The week of the year. Type 1: from Sunday; 2: from Monday; 21: ISO.");

    public override IReadOnlyList<FunctionExample> Examples => [new("WEEKNUM(#2000-01-03#, 2)", "2")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date date/日期, number type/类型 = 1 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.WeekNum);
}
