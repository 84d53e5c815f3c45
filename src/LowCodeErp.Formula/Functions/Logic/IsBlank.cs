using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class IsBlank : FormulaFunction
{
    public override string Name => "ISBLANK";

    public override IReadOnlyList<string> Aliases => ["为空", "ISEMPTY"];

    public override LocalizedText Help => new(
        "没有值、空文本或空列表时为真；0 和假不是空。", "True for no value, an empty text and an empty list; 0 and FALSE are not blank.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISBLANK(\"\")", "TRUE"), new("ISBLANK(0)", "FALSE")];

    public override BlankRule Blanks => BlankRule.Special;

    public override bool ObservesFailure => true;

    protected override IReadOnlyList<string> Forms => ["T value/值 -> boolean"];

    internal override Emitted Emit(CallEmitter call)
    {
        var value = call.Argument(0);
        var isList = call.Nodes[0].Type.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows;
        var isBlank = isList ? call.Primitive(nameof(FormulaPrimitives.IsEmpty)) : Expressions.IsNull(value.Value);
        return new(value.Failure is null ? isBlank : Expression.OrElse(value.Failure, isBlank));
    }
}
