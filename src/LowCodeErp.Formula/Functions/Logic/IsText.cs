using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IsText : TypeTest
{
    public override string Name => "ISTEXT";

    public override IReadOnlyList<string> Aliases => ["是文本"];

    public override LocalizedText Help => new("是否文本；空值不是。", "Whether it is a text; a blank is not.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISTEXT(\"a\")", "TRUE"), new("ISTEXT(TRUE)", "FALSE")];

    protected override bool Suits(FormulaTypeKind kind) => kind is FormulaTypeKind.Text;
}
