using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class Old : FormulaFunction
{
    public override string Name => "OLD";

    public override IReadOnlyList<string> Aliases => ["旧值"];

    public override LocalizedText Help => new(
        "字段在本次修改之前的值；新建时为空。只用于规则和流程。", "The value of a field before the change; blank for a new record. For rules and flows.");

    public override IReadOnlyList<FunctionExample> Examples => [];

    public override BlankRule Blanks => BlankRule.Special;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new("它只在保存数据时有意义。", "It only means something while a record is saved.");

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => ["T field/字段 -> T"];

    public override void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (call.Arguments[0] is not BoundNode.Field { Scope.Item: null })
        {
            diagnostics.Add(FormulaDiagnostics.FieldNeeded(call.Arguments[0].Span, Name));
        }
    }

    internal override Emitted Emit(CallEmitter call) => EmitBefore(call);

    /// <summary>The argument as it was, read from the row before the change.</summary>
    internal static Emitted EmitBefore(CallEmitter call)
    {
        var scope = ((BoundNode.Field)call.Nodes[0]).Scope;
        var now = call.Emitter.RowOf(scope);
        call.Emitter.Define(scope, Expression.Call(
            typeof(FormulaPrimitives), nameof(FormulaPrimitives.RowBefore), null, call.Emitter.Context));
        var before = call.Emitter.Emit(call.Nodes[0]);
        call.Emitter.Define(scope, now);
        return before;
    }
}
