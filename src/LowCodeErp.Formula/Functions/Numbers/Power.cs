using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Power : PrimitiveFunction
{
    public override string Name => "POWER";

    public override IReadOnlyList<string> Aliases => ["乘方", "幂"];

    public override LocalizedText Help => new(
        "数值的若干次方。没有实数结果时出错。",
        "The value raised to an exponent. It fails where there is no real result.");

    public override IReadOnlyList<FunctionExample> Examples => [new("POWER(2, 3)", "8"), new("POWER(-1.5, 0.5)", "blank")];

    public override BlankRule Blanks => BlankRule.Zero;

    // Not on SQL Server: it does not write the shortest text of a double.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请把它放到一个计算字段里，再引用该字段。", "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number value/底数, number exponent/指数 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Power);
}
