using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Time : PrimitiveFunction
{
    public override string Name => "TIME";

    public override IReadOnlyList<string> Aliases => ["时间"];

    public override LocalizedText Help => new(
        "由时、分、秒得到一天中的时间，是以天为单位的小数：6 点是 0.25。",
        "A time of day as a part of a day: 6:00 is 0.25.");

    public override IReadOnlyList<FunctionExample> Examples => [new("TIME(12, 0, 0)", "0.5"), new("HOUR(TIME(26, 0, 0))", "2")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number hour/时, number minute/分, number second/秒, number millisecond/毫秒 = 0 -> time"];

    protected override string Primitive => nameof(FormulaPrimitives.Time);
}
