using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Or : FormulaFunction
{
    public override string Name => "OR";

    public override IReadOnlyList<string> Aliases => ["或"];

    public override LocalizedText Help => new("任一条件成立时为真。也可写成 a 或 b。", "True if any condition is true. Also written a OR b.");

    public override IReadOnlyList<FunctionExample> Examples => [new("OR(FALSE, 2 > 1)", "TRUE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["{boolean condition/条件}... -> boolean", "list<boolean> conditions/条件列表 -> boolean"];

    internal override Emitted Emit(CallEmitter call) => call.Nodes[0].Type.Kind == FormulaTypeKind.List
        ? new(call.Primitive(nameof(FormulaPrimitives.AnyTrue)), call.ArgumentFailure)
        : EmitCondition(call, negated: false);

    internal override Emitted EmitCondition(CallEmitter call, bool negated)
        => call.Nodes[0].Type.Kind == FormulaTypeKind.List
            ? base.EmitCondition(call, negated)
            : call.Emitter.EmitLogical(call.Nodes, isAnd: false, negated);
}
