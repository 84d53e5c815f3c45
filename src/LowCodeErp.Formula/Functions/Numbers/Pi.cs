using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class Pi : PrimitiveFunction
{
    public override string Name => "PI";

    public override IReadOnlyList<string> Aliases => ["圆周率"];

    public override LocalizedText Help => new(
        "圆周率，15 位有效数字。",
        "Pi to 15 digits.");

    public override IReadOnlyList<FunctionExample> Examples => [new("PI()", "3.14159265358979")];

    public override BlankRule Blanks => BlankRule.None;

    protected override IReadOnlyList<string> Forms => [" -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Pi);
}
