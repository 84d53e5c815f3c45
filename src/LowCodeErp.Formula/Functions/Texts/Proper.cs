using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Proper : PrimitiveFunction
{
    public override string Name => "PROPER";

    public override IReadOnlyList<string> Aliases => ["首字母大写"];

    public override LocalizedText Help => new(
        "每个单词的首字母大写，其余小写。",
        "The first letter of each word as a capital.");

    public override IReadOnlyList<FunctionExample> Examples => [new("PROPER(\"my name\")", "My Name")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Proper);
}
