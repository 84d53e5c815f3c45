using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Fixed : PrimitiveFunction
{
    public override string Name => "FIXED";

    public override IReadOnlyList<string> Aliases => ["定点文本"];

    public override LocalizedText Help => new(
        "写成带固定小数位的文本，默认 2 位并带千位逗号。",
        "Writes a number with fixed decimals, two by default, with commas.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("FIXED(1234.567, 1)", "1,234.6"),
        new("FIXED(1507.5, 2, TRUE)", "1507.50"),
    ];

    public override BlankRule Blanks => BlankRule.Zero;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["number value/数值, number digits/位数 = 2, boolean plain/不带逗号 = false -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Fixed);
}
