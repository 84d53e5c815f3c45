using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class Map : PrimitiveFunction
{
    public override string Name => "MAP";

    public override IReadOnlyList<string> Aliases => ["逐项计算"];

    public override LocalizedText Help => new(
        "对每一行或每一项计算，得到列表。",
        "Computes something for each row or item.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SUM(MAP({1, 2, 3}, 当前项 * 2))", "12")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "合计请用 SUMIF([子表], TRUE, …)。",
        "For a sum write SUMIF([lines], TRUE, …).");

    protected override IReadOnlyList<string> Forms =>
    [
        "list<T> list/列表, each<R> value/计算 -> list<R>",
        "rows rows/行, each<R> value/计算 -> list<R>",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.Map);
}
