using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class StartsWith : PrimitiveFunction
{
    public override string Name => "STARTSWITH";

    public override IReadOnlyList<string> Aliases => ["开头是"];

    public override LocalizedText Help => new(
        "文本是否以另一段开头，区分大小写。",
        "Whether a text starts with another, case-sensitive.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("STARTSWITH(\"SO-001\", \"SO\")", "TRUE"),
        new("STARTSWITH(\"so-001\", \"SO\")", "FALSE"),
    ];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["text text/文本, text part/开头 -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.StartsWith);
}
