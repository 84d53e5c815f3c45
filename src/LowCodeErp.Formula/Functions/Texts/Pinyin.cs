using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Pinyin : PrimitiveFunction
{
    public override string Name => "PINYIN";

    public override IReadOnlyList<string> Aliases => ["拼音首字母"];

    public override LocalizedText Help => new(
        "每个汉字换成拼音首字母（多音字取常用读音），其他字符转大写。",
        "The first letter of the pinyin of each Chinese character, by its usual reading; other characters as capitals.");

    public override IReadOnlyList<FunctionExample> Examples => [new("PINYIN(\"客户名称\")", "KHMC")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Pinyin);
}
