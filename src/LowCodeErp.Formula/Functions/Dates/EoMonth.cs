using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class EoMonth : PrimitiveFunction
{
    public override string Name => "EOMONTH";

    public override IReadOnlyList<string> Aliases => ["月末"];

    public override LocalizedText Help => new(
        "若干个月以后（或以前）那个月的最后一天。",
        "The last day of the month some months later.");

    public override IReadOnlyList<FunctionExample> Examples => [new("EOMONTH(#2024-01-15#, 1)", "2024-02-29")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date date/日期, number months/月数 = 0 -> date"];

    protected override string Primitive => nameof(FormulaPrimitives.EoMonth);
}
