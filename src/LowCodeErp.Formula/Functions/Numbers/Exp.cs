using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Exp : PrimitiveFunction
{
    public override string Name => "EXP";

    public override IReadOnlyList<string> Aliases => ["自然指数"];

    public override LocalizedText Help => new(
        "e 的若干次方。",
        "e raised to the value.");

    public override IReadOnlyList<FunctionExample> Examples => [new("EXP(0)", "1")];

    public override BlankRule Blanks => BlankRule.Zero;

    // Not on SQL Server: it does not write the shortest text of a double.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请把它放到一个计算字段里，再引用该字段。", "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Exp);
}
