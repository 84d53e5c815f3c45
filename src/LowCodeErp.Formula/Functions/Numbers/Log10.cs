using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Log10 : PrimitiveFunction
{
    public override string Name => "LOG10";

    public override IReadOnlyList<string> Aliases => ["常用对数"];

    public override LocalizedText Help => new(
        "以 10 为底的对数。",
        "The logarithm to base 10.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LOG10(1000)", "3")];

    public override BlankRule Blanks => BlankRule.Zero;

    // Not on SQL Server: it does not write the shortest text of a double.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请把它放到一个计算字段里，再引用该字段。", "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Log10);
}
