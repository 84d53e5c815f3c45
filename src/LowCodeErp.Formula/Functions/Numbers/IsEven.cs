using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class IsEven : PrimitiveFunction
{
    public override string Name => "ISEVEN";

    public override IReadOnlyList<string> Aliases => ["是偶数"];

    public override LocalizedText Help => new(
        "整数部分是否偶数。",
        "Whether the whole part is even.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISEVEN(2.25)", "TRUE")];

    public override BlankRule Blanks => BlankRule.Zero;

    protected override IReadOnlyList<string> Forms => ["number value/数值 -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.IsEven);
}
