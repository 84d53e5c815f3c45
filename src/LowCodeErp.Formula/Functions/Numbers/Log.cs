using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Log : PrimitiveFunction
{
    public override string Name => "LOG";

    public override IReadOnlyList<string> Aliases => ["对数"];

    public override LocalizedText Help => new(
        "对数，底数省略时为 10。",
        "The logarithm, to base 10 if the base is left out.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LOG(100)", "2"), new("LOG(8, 2)", "3")];

    public override BlankRule Blanks => BlankRule.Zero;

    // Not on SQL Server: it does not write the shortest text of a double.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请把它放到一个计算字段里，再引用该字段。", "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/数值, number base/底数 = 10 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Log);
}
