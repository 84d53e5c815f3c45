using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class DateAdd : FormulaFunction
{
    public override string Name => "DATEADD";

    public override IReadOnlyList<string> Aliases => ["日期加", "DATEDELTA"];

    public override LocalizedText Help => new(
        "日期加上若干个单位，单位是 \"year\"、\"month\"、\"week\"、\"day\"、\"hour\" 等或“年”“月”“周”“日”“时”；省略时为天。",
        "A date plus a number of units such as \"year\", \"month\", \"week\", \"day\" or \"hour\"; days if left out.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("DATEADD(#2024-01-31#, 1, \"month\")", "2024-02-29"),
        new("DATEADD(#2024-01-31#, 1, \"年\")", "2025-01-31"),
        new("DATEADD(#2024-01-31 08:30#, 2, \"hour\")", "2024-01-31 10:30"),
    ];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms =>
    [
        "date date/日期, number count/数量, text unit/单位 = 'day' -> date",
        "datetime moment/时间, number count/数量, text unit/单位 = 'day' -> datetime",
    ];

    public override void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Arguments.Count == 3)
        {
            DateUnit.Check(call.Arguments[2], call.Type.Kind == FormulaTypeKind.DateTime, diagnostics);
        }
    }

    internal override Emitted Emit(CallEmitter call)
    {
        var withTime = call.Type.Kind == FormulaTypeKind.DateTime;
        var unit = call.Nodes.Count == 3 ? DateUnit.Find(call.Nodes[2], withTime)! : "day";
        var value = call.Primitive(
            withTime ? nameof(FormulaPrimitives.DateAddTime) : nameof(FormulaPrimitives.DateAdd),
            call.Argument(0).Value, call.Argument(1).Value, Expression.Constant(unit));
        return new(value, Expressions.OrElse(call.ArgumentFailure, call.FailureOf(value, blankFails: false)));
    }
}
