using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class First : PrimitiveFunction
{
    public override string Name => "FIRST";

    public override IReadOnlyList<string> Aliases => ["第一个"];

    public override LocalizedText Help => new(
        "列表的第一项。",
        "The first item.");

    public override IReadOnlyList<FunctionExample> Examples => [new("FIRST({3, 4})", "3")];

    public override BlankRule Blanks => BlankRule.Special;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表 -> T"];

    protected override string Primitive => nameof(FormulaPrimitives.First);
}
