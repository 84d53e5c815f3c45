using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IsNumber : TypeTest
{
    public override string Name => "ISNUMBER";

    public override IReadOnlyList<string> Aliases => ["是数字"];

    public override LocalizedText Help => new("是否数字；空值不是。", "Whether it is a number; a blank is not.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISNUMBER(1.5)", "TRUE"), new("ISNUMBER(TRUE)", "FALSE")];

    protected override bool Suits(FormulaTypeKind kind) => kind is FormulaTypeKind.Number or FormulaTypeKind.Time;
}
