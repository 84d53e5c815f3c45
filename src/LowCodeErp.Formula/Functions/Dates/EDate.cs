using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class EDate : PrimitiveFunction
{
    public override string Name => "EDATE";

    public override IReadOnlyList<string> Aliases => ["加月", "ADDMONTH"];

    public override LocalizedText Help => new(
        "若干个月以后（或以前）的同一天；没有那一天时取月末。",
        "The same day some months later; the last of the month where there is no such day.");

    public override IReadOnlyList<FunctionExample> Examples => [new("EDATE(#2024-01-31#, 1)", "2024-02-29")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date date/日期, number months/月数 -> date"];

    protected override string Primitive => nameof(FormulaPrimitives.EDate);
}
