using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Ln : PrimitiveFunction
{
    public override string Name => "LN";

    public override IReadOnlyList<string> Aliases => ["自然对数"];

    public override LocalizedText Help => new(
        "自然对数。0 和负数出错。",
        "The natural logarithm. Zero and negative numbers fail.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LN(1)", "0"), new("LN(0)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    // Not on SQL Server: it does not write the shortest text of a double.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请把它放到一个计算字段里，再引用该字段。", "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Ln);
}
