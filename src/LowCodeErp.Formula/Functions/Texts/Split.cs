using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Split : PrimitiveFunction
{
    public override string Name => "SPLIT";

    public override IReadOnlyList<string> Aliases => ["拆分"];

    public override LocalizedText Help => new(
        "按分隔符把文本拆成列表。",
        "Cuts a text into a list at a separator.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ITEM(SPLIT(\"a,b,c\", \",\"), 2)", "b")];

    public override BlankRule Blanks => BlankRule.Special;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["text text/文本, text separator/分隔符 -> list<text>"];

    protected override string Primitive => nameof(FormulaPrimitives.Split);
}
