using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class RmbCapital : PrimitiveFunction
{
    public override string Name => "RMBCAP";

    public override IReadOnlyList<string> Aliases => ["人民币大写", "UPPERMONEY", "RMBFORMAT"];

    public override LocalizedText Help => new(
        "把金额写成人民币大写。",
        "Writes an amount in Chinese capitals, as on invoices.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("RMBCAP(1234.5)", "壹仟贰佰叁拾肆元伍角"),
        new("RMBCAP(10000)", "壹万元整"),
        new("RMBCAP(100010.05)", "壹拾万零壹拾元零伍分"),
    ];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number amount/金额 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.RmbCapital);
}
