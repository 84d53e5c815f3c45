using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Rank : PrimitiveFunction
{
    public override string Name => "RANK";

    public override IReadOnlyList<string> Aliases => ["排名"];

    public override LocalizedText Help => new(
        "数在列表中排第几，默认从大到小；不在其中则出错。",
        "The rank of a number in a list, from the largest unless said otherwise; it fails if it is not there.");

    public override IReadOnlyList<FunctionExample> Examples => [new("RANK(4, {3, 5, 4})", "2"), new("RANK(4, {3, 5, 4}, TRUE)", "2")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值, list<number> values/列表, boolean ascending/升序 = false -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Rank);
}
