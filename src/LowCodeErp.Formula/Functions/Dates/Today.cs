using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Today : PrimitiveFunction
{
    public override string Name => "TODAY";

    public override IReadOnlyList<string> Aliases => ["今天"];

    public override LocalizedText Help => new(
        "今天的日期，按工作区的时区。",
        "Today in the time zone of the workspace.");

    public override IReadOnlyList<FunctionExample> Examples => [new("TODAY() = TODAY()", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> date"];

    protected override string Primitive => nameof(FormulaPrimitives.Today);
}
