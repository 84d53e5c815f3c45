using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class Sort : PrimitiveFunction
{
    public override string Name => "SORT";

    public override IReadOnlyList<string> Aliases => ["排序"];

    public override LocalizedText Help => new(
        "从小到大排序，空值在最后。",
        "Sorted from small to large, blanks last.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("FIRST(SORT({3, 1, 2}))", "1"),
        new("FIRST(SORT({3, 1, 2}, TRUE))", "3"),
    ];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表, boolean descending/降序 = false -> list<T>"];

    protected override string Primitive => nameof(FormulaPrimitives.Sort);
}
