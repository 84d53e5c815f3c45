using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Substitute : FormulaFunction
{
    public override string Name => "SUBSTITUTE";

    public override IReadOnlyList<string> Aliases => ["替换"];

    public override LocalizedText Help => new(
        "把文本中的一段全部换成另一段，区分大小写；给出次序时只换第几处。",
        "Replaces every occurrence of a text by another, case-sensitive, or only the one of the given number.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("SUBSTITUTE(\"a-b-c\", \"-\", \"/\")", "a/b/c"), new("SUBSTITUTE(\"a-b-c\", \"-\", \"/\", 2)", "a-b/c")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    protected override IReadOnlyList<string> Forms =>
    [
        "text text/文本, text part/旧文本, text replacement/新文本 -> text",
        "text text/文本, text part/旧文本, text replacement/新文本, number occurrence/第几处 -> text",
    ];

    internal override Emitted Emit(CallEmitter call) => new(
        call.Primitive(call.Nodes.Count == 3 ? nameof(FormulaPrimitives.SubstituteAll) : nameof(FormulaPrimitives.SubstituteOne)),
        call.ArgumentFailure);
}
