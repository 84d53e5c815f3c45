using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class AverageIf : PrimitiveFunction
{
    public override string Name => "AVERAGEIF";

    public override IReadOnlyList<string> Aliases => ["条件平均"];

    public override LocalizedText Help => new(
        "满足条件的行的平均值。",
        "The average over the rows that meet a condition.");

    public override IReadOnlyList<FunctionExample> Examples => [new("AVERAGEIF({1, 5, 9}, 当前项 > 3, 当前项)", "7")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms =>
    [
        "rows rows/行, each<boolean> condition/条件, each<number> value/求平均的值 -> number",
        "list<T> list/列表, each<boolean> condition/条件, each<number> value/求平均的值 -> number",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.AverageIf);
}
