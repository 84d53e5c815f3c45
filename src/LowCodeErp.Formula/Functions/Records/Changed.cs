using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class Changed : FormulaFunction
{
    public override string Name => "CHANGED";

    public override IReadOnlyList<string> Aliases => ["已变更"];

    public override LocalizedText Help => new(
        "字段的值在本次修改中是否变了。只用于规则和流程。", "Whether the change alters the value of a field. For rules and flows.");

    public override IReadOnlyList<FunctionExample> Examples => [];

    public override BlankRule Blanks => BlankRule.Special;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new("它只在保存数据时有意义。", "It only means something while a record is saved.");

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => ["T field/字段 -> boolean"];

    public override void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (call.Arguments[0] is not BoundNode.Field { Scope.Item: null, Type.Kind: not (FormulaTypeKind.List or FormulaTypeKind.Rows) })
        {
            diagnostics.Add(FormulaDiagnostics.FieldNeeded(call.Arguments[0].Span, Name));
        }
    }

    internal override Emitted Emit(CallEmitter call)
        => new(ComparisonEmitter.Compare(ExpressionType.NotEqual, call.Argument(0).Value, Old.EmitBefore(call).Value));
}
