using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class IsoWeekNum : PrimitiveFunction
{
    public override string Name => "ISOWEEKNUM";

    public override IReadOnlyList<string> Aliases => ["ISO周数"];

    public override LocalizedText Help => new(
        "ISO 8601 周数，周一为一周的第一天。",
        "The ISO 8601 week, which starts on Monday.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISOWEEKNUM(#2021-01-01#)", "53")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["date date/日期 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.IsoWeekNum);
}
