using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class CountIf : PrimitiveFunction
{
    public override string Name => "COUNTIF";

    public override IReadOnlyList<string> Aliases => ["条件计数"];

    public override LocalizedText Help => new(
        "满足条件的行或项有几个；条件是公式，可用行的字段或“当前项”。",
        "How many rows or items meet a condition, which is a formula over the row or 当前项.");

    public override IReadOnlyList<FunctionExample> Examples => [new("COUNTIF({1, 5, 9}, 当前项 > 3)", "2")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms =>
    [
        "rows rows/行, each<boolean> condition/条件 -> number",
        "list<T> list/列表, each<boolean> condition/条件 -> number",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.CountIf);

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e15, 0);
}
