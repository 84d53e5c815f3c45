using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class ContainsOnly : PrimitiveFunction
{
    public override string Name => "CONTAINSONLY";

    public override IReadOnlyList<string> Aliases => ["只包含"];

    public override LocalizedText Help => new(
        "列表的项是否正好是这些（不计顺序和重复）。",
        "Whether a list has exactly these items, in any order.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("CONTAINSONLY({\"a\", \"b\"}, \"b\", \"a\")", "TRUE"),
        new("CONTAINSONLY({\"a\", \"b\"}, \"a\")", "FALSE"),
    ];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表, T items/项* -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.ContainsOnly);
}
