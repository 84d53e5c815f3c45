using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Right : PrimitiveFunction
{
    public override string Name => "RIGHT";

    public override IReadOnlyList<string> Aliases => ["右取"];

    public override LocalizedText Help => new(
        "文本末尾的若干个字符，省略个数时为 1。",
        "The last characters, one if the count is left out.");

    public override IReadOnlyList<FunctionExample> Examples => [new("RIGHT(\"ABC123\", 3)", "123")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms => ["text text/文本, number count/个数 = 1 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Right);
}
