using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Clean : PrimitiveFunction
{
    public override string Name => "CLEAN";

    public override IReadOnlyList<string> Aliases => ["清除控制符"];

    public override LocalizedText Help => new(
        "去掉换行等不可见的控制字符。",
        "Removes control characters such as line breaks.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CLEAN(\"abc\")", "abc")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把它放到一个计算字段里，再引用该字段。",
        "Put it into a computed field and use that field.");

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Clean);
}
