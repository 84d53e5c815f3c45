using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Len : PrimitiveFunction
{
    public override string Name => "LEN";

    public override IReadOnlyList<string> Aliases => ["长度", "LENGTH"];

    public override LocalizedText Help => new(
        "文本的字符数，一个汉字或表情算一个。",
        "The number of characters; 𠮷 and 😀 count as one.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LEN(\"𠮷野家😀\")", "4"), new("LEN(\"\")", "0")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Len);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e6, 0);
}
