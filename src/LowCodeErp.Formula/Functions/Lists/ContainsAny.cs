using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Lists;

public sealed class ContainsAny : PrimitiveFunction
{
    public override string Name => "CONTAINSANY";

    public override IReadOnlyList<string> Aliases => ["包含任一"];

    public override LocalizedText Help => new(
        "列表是否包含另一列表的任意一项。",
        "Whether a list has any item of another.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CONTAINSANY({\"a\", \"b\"}, \"x\", \"b\")", "TRUE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["list<T> list/列表, T items/项* -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.ContainsAny);
}
