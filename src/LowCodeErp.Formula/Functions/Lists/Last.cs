using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class Last : PrimitiveFunction
{
    public override string Name => "LAST";

    public override IReadOnlyList<string> Aliases => ["最后一个"];

    public override LocalizedText Help => new(
        "列表的最后一项。",
        "The last item.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LAST({3, 4})", "4")];

    public override BlankRule Blanks => BlankRule.Special;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表 -> T"];

    protected override string Primitive => nameof(FormulaPrimitives.Last);
}
