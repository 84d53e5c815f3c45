using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Median : PrimitiveFunction
{
    public override string Name => "MEDIAN";

    public override IReadOnlyList<string> Aliases => ["中位数"];

    public override LocalizedText Help => new(
        "中位数，略过空值。",
        "The median, blanks passed over.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MEDIAN(1, 2, 9)", "2"), new("MEDIAN(1, 3)", "2")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new(
        "请改用 AVERAGE，或放到汇总字段里。",
        "Use AVERAGE, or a rollup field.");

    protected override IReadOnlyList<string> Forms => ["number values/数值* -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Median);
}
