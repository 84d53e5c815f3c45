using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class StartOf : FormulaFunction
{
    public override string Name => "STARTOF";

    public override IReadOnlyList<string> Aliases => ["期初"];

    public override LocalizedText Help => new(
        "日期所在的年、季度、月或周（周一开始）的第一天。", "The first day of the year, quarter, month or week (from Monday) of a date.");

    public override IReadOnlyList<FunctionExample> Examples => [new("STARTOF(#2024-02-15#, \"quarter\")", "2024-01-01")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date date/日期, text unit/单位 -> date"];

    public override void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(call);
        DateUnit.Check(call.Arguments[1], withTime: false, diagnostics);
    }

    internal override Emitted Emit(CallEmitter call)
    {
        var unit = Expression.Constant(DateUnit.Find(call.Nodes[1], withTime: false));
        var value = call.Primitive(nameof(FormulaPrimitives.StartOf), call.Argument(0).Value, unit);
        return new(value, Expressions.OrElse(call.ArgumentFailure, call.FailureOf(value, blankFails: false)));
    }
}
