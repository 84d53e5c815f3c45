using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IsDate : TypeTest
{
    public override string Name => "ISDATE";

    public override IReadOnlyList<string> Aliases => ["是日期"];

    public override LocalizedText Help => new("是否日期；空值不是。", "Whether it is a date; a blank is not.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISDATE(#2024-01-31#)", "TRUE"), new("ISDATE(TRUE)", "FALSE")];

    protected override bool Suits(FormulaTypeKind kind) => kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime;
}
