using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Find : PrimitiveFunction
{
    public override string Name => "FIND";

    public override IReadOnlyList<string> Aliases => ["查找"];

    public override LocalizedText Help => new(
        "一段文本在另一段里的位置，区分大小写；找不到则出错。",
        "Where one text stands in another, case-sensitive; it fails if it does not.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("FIND(\"b\", \"abcb\")", "2"),
        new("FIND(\"b\", \"abcb\", 3)", "4"),
        new("IFERROR(FIND(\"x\", \"abc\"), 0)", "0"),
    ];

    public override BlankRule Blanks => BlankRule.EmptyText;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["text part/要找的文本, text text/文本, number start/起始位置 = 1 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Find);
}
