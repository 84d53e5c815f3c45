using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class And : FormulaFunction
{
    public override string Name => "AND";

    public override IReadOnlyList<string> Aliases => ["且"];

    public override LocalizedText Help => new("所有条件都成立时为真。也可写成 a 且 b。", "True if all conditions are true. Also written a AND b.");

    public override IReadOnlyList<FunctionExample> Examples => [new("AND(TRUE, 1 > 2)", "FALSE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms => ["{boolean condition/条件}... -> boolean", "list<boolean> conditions/条件列表 -> boolean"];

    internal override Emitted Emit(CallEmitter call) => call.Nodes[0].Type.Kind == FormulaTypeKind.List
        ? new(call.Primitive(nameof(FormulaPrimitives.AllTrue)), call.ArgumentFailure)
        : EmitCondition(call, negated: false);

    internal override Emitted EmitCondition(CallEmitter call, bool negated)
        => call.Nodes[0].Type.Kind == FormulaTypeKind.List
            ? base.EmitCondition(call, negated)
            : call.Emitter.EmitLogical(call.Nodes, isAnd: true, negated);
}
