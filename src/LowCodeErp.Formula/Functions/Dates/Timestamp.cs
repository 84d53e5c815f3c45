using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Timestamp : PrimitiveFunction
{
    public override string Name => "TIMESTAMP";

    public override IReadOnlyList<string> Aliases => ["时间戳"];

    public override LocalizedText Help => new(
        "1970 年以来的毫秒数（UTC）。",
        "Milliseconds since 1970 (UTC).");

    public override IReadOnlyList<FunctionExample> Examples => [new("TIMESTAMP(#1970-01-01 08:00#)", "0")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["datetime moment/时间 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Timestamp);
}
