using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class In : FormulaFunction
{
    public override string Name => "IN";

    public override IReadOnlyList<string> Aliases => ["属于"];

    public override LocalizedText Help => new(
        "值是否是后面几个之一；空值不属于任何列表。也可写成 [状态] IN (\"新建\", \"完成\")。",
        "Whether a value is one of those that follow; a blank is none of them. Also written [status] IN (\"new\", \"done\").");

    public override IReadOnlyList<FunctionExample> Examples => [new("2 IN (1, 2, 3)", "TRUE"), new("IN(\"a\", \"b\", \"c\")", "FALSE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["T value/值, {T item/项}... -> boolean", "T value/值, list<T> items/列表 -> boolean"];

    internal override Emitted Emit(CallEmitter call)
    {
        if (call.Nodes[^1].Type.Kind == FormulaTypeKind.List)
        {
            return new(call.Primitive(nameof(FormulaPrimitives.IsAnyOf)), call.ArgumentFailure);
        }

        var value = call.Argument(0).Value;
        var isAny = Enumerable.Range(1, call.Nodes.Count - 1)
            .Select(index => ComparisonEmitter.Compare(ExpressionType.Equal, value, call.Argument(index).Value))
            .Aggregate(Expression.OrElse);
        return new(Expressions.AndAlso(Expressions.IsNotNull(value), isAny), call.ArgumentFailure);
    }
}
