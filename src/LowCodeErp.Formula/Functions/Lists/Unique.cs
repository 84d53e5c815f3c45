using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class Unique : PrimitiveFunction
{
    public override string Name => "UNIQUE";

    public override IReadOnlyList<string> Aliases => ["去重"];

    public override LocalizedText Help => new(
        "去掉重复和空的项。",
        "Without repetitions and blanks.");

    public override IReadOnlyList<FunctionExample> Examples => [new("COUNT(UNIQUE({1, 2, 2}))", "2")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表 -> list<T>"];

    protected override string Primitive => nameof(FormulaPrimitives.Unique);
}
