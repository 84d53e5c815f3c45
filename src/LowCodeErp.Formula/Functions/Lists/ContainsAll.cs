using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class ContainsAll : PrimitiveFunction
{
    public override string Name => "CONTAINSALL";

    public override IReadOnlyList<string> Aliases => ["包含全部"];

    public override LocalizedText Help => new(
        "列表是否包含另一列表的所有项。",
        "Whether a list has all items of another.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CONTAINSALL({\"a\", \"b\", \"c\"}, \"a\", \"c\")", "TRUE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表, T items/项* -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.ContainsAll);
}
