using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class DateAndTime : PrimitiveFunction
{
    public override string Name => "DATETIME";

    public override IReadOnlyList<string> Aliases => ["日期时间"];

    public override LocalizedText Help => new(
        "由年、月、日、时、分、秒得到日期时间。",
        "A moment from year, month, day, hour, minute and second.");

    public override IReadOnlyList<FunctionExample> Examples => [new("DATETIME(2024, 1, 31, 8, 30)", "2024-01-31 08:30")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms =>
        ["number year/年, number month/月, number day/日, number hour/时, number minute/分, number second/秒 = 0 -> datetime"];

    protected override string Primitive => nameof(FormulaPrimitives.DateAndTime);
}
