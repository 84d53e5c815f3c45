using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Now : PrimitiveFunction
{
    public override string Name => "NOW";

    public override IReadOnlyList<string> Aliases => ["现在", "SYSTIME"];

    public override LocalizedText Help => new(
        "现在的日期和时间。",
        "The present moment.");

    public override IReadOnlyList<FunctionExample> Examples => [new("NOW() >= TODAY()", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> datetime"];

    protected override string Primitive => nameof(FormulaPrimitives.Now);
}
