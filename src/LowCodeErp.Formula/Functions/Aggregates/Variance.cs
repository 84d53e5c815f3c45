using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Variance : PrimitiveFunction
{
    public override string Name => "VAR";

    public override IReadOnlyList<string> Aliases => ["样本方差"];

    public override LocalizedText Help => new(
        "样本方差；少于两个数时出错。",
        "The variance of a sample; it fails for fewer than two numbers.");

    public override IReadOnlyList<FunctionExample> Examples => [new("VAR(1, 2, 3)", "1")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请放到汇总字段里。",
        "Use a rollup field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number values/数值* -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Variance);
}
