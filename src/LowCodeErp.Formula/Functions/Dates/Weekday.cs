using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Weekday : PrimitiveFunction
{
    public override string Name => "WEEKDAY";

    public override IReadOnlyList<string> Aliases => ["星期"];

    public override LocalizedText Help => new(
        "星期几。类型 1：周日为 1；2：周一为 1；3：周一为 0。",
        "The day of the week. Type 1: Sunday is 1; 2: Monday is 1; 3: Monday is 0.");

    public override IReadOnlyList<FunctionExample> Examples => [new("WEEKDAY(#2024-01-01#, 2)", "1")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date date/日期, number type/类型 = 1 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Weekday);
}
