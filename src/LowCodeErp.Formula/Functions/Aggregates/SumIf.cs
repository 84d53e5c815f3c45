using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class SumIf : PrimitiveFunction
{
    public override string Name => "SUMIF";

    public override IReadOnlyList<string> Aliases => ["条件求和"];

    public override LocalizedText Help => new(
        "满足条件的行的合计。",
        "The sum over the rows that meet a condition.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SUMIF({1, 5, 9}, 当前项 > 3, 当前项 * 2)", "28")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms =>
    [
        "rows rows/行, each<boolean> condition/条件, each<number> value/求和的值 -> number",
        "list<T> list/列表, each<boolean> condition/条件, each<number> value/求和的值 -> number",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.SumIf);
}
