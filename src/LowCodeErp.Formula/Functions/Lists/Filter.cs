using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class Filter : PrimitiveFunction
{
    public override string Name => "FILTER";

    public override IReadOnlyList<string> Aliases => ["筛选"];

    public override LocalizedText Help => new(
        "满足条件的行或项；条件可用行的字段或“当前项”。",
        "The rows or items that meet a condition.");

    public override IReadOnlyList<FunctionExample> Examples => [new("COUNT(FILTER({1, 5, 9}, 当前项 > 3))", "2")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms =>
    [
        "list<T> list/列表, each<boolean> condition/条件 -> list<T>",
        "rows rows/行, each<boolean> condition/条件 -> rows",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.Filter);

    internal override FormulaType GetResultType(FormulaType declared, IReadOnlyList<BoundNode> arguments) => arguments[0].Type;
}
