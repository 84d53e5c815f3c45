using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class SortBy : PrimitiveFunction
{
    public override string Name => "SORTBY";

    public override IReadOnlyList<string> Aliases => ["按值排序"];

    public override LocalizedText Help => new(
        "按计算出的值给行或项排序，空值在最后。", "Rows or items sorted by something computed for each, blanks last.");

    public override IReadOnlyList<FunctionExample> Examples => [new("FIRST(SORTBY({\"ccc\", \"a\"}, LEN(当前项)))", "a")];

    public override BlankRule Blanks => BlankRule.Special;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new("最大、最小的值请用 MAX、MIN。", "Use MAX or MIN for the largest or smallest value.");

    protected override IReadOnlyList<string> Forms =>
    [
        "list<T> list/列表, each<R> key/按什么, boolean descending/降序 = false -> list<T>",
        "rows rows/行, each<R> key/按什么, boolean descending/降序 = false -> rows",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.SortBy);

    internal override FormulaType GetResultType(FormulaType declared, IReadOnlyList<BoundNode> arguments) => arguments[0].Type;
}
