using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Char : PrimitiveFunction
{
    public override string Name => "CHAR";

    public override IReadOnlyList<string> Aliases => ["字符"];

    public override LocalizedText Help => new(
        "编码对应的字符（Unicode）。",
        "The character of a code point.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CHAR(65)", "A")];

    public override BlankRule Blanks => BlankRule.Zero;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请直接写出该字符。",
        "Write the character itself.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["number code/编码 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Char);
}
