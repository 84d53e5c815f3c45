using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Contains : FormulaFunction
{
    public override string Name => "CONTAINS";

    public override IReadOnlyList<string> Aliases => ["包含", "包含文本", "CONTAIN", "CONTAINTEXT"];

    public override LocalizedText Help => new(
        "文本里是否有另一段文本（区分大小写），或列表里是否有某一项。",
        "Whether a text has another in it, case-sensitive, or a list has an item.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("CONTAINS(\"销售订单\", \"订单\")", "TRUE"), new("CONTAINS({1, 2, 3}, 5)", "FALSE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["text text/文本, text part/要找的文本 -> boolean", "list<T> list/列表, T item/项 -> boolean"];

    internal override Emitted Emit(CallEmitter call) => new(
        call.Primitive(call.Nodes[0].Type.Kind == FormulaTypeKind.List ? nameof(FormulaPrimitives.ListContains) : nameof(FormulaPrimitives.Contains)),
        call.ArgumentFailure);
}
