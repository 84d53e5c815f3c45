using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Dates;

/// <summary>"MD" is left out on purpose: Excel itself gives -2 for it now and then.</summary>
public sealed class DateDif : FormulaFunction
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Y"] = "Y", ["年"] = "Y", ["M"] = "M", ["月"] = "M", ["D"] = "D", ["日"] = "D", ["天"] = "D", ["YM"] = "YM", ["YD"] = "YD",
    };

    public override string Name => "DATEDIF";

    public override IReadOnlyList<string> Aliases => ["日期差"];

    public override LocalizedText Help => new(
        "两个日期之间的整年数 \"Y\"、整月数 \"M\"、天数 \"D\"、不足一年的整月数 \"YM\" 或天数 \"YD\"；开始晚于结束时出错。",
        "Whole years \"Y\", months \"M\", days \"D\", months beyond the years \"YM\" or days beyond the years \"YD\" between two dates; it fails when the start is after the end.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("DATEDIF(#2007-01-01#, #2008-07-01#, \"M\")", "18"), new("DATEDIF(#2008-07-01#, #2007-01-01#, \"D\")", "blank")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date start/开始日期, date end/结束日期, text unit/单位 -> number"];

    public override void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (Find(call.Arguments[2]) is null)
        {
            var place = new LocalizedText("DATEDIF 的单位", "The unit of DATEDIF");
            diagnostics.Add(FormulaDiagnostics.NotAChoice(call.Arguments[2].Span, place, "\"Y\" 年, \"M\" 月, \"D\" 日, \"YM\", \"YD\""));
        }
    }

    internal static string? Find(BoundNode node) => node is BoundNode.Literal { Value: string text } ? Units.GetValueOrDefault(text) : null;

    internal override Emitted Emit(CallEmitter call)
    {
        var unit = Expression.Constant(Find(call.Nodes[2]));
        var value = call.Primitive(nameof(FormulaPrimitives.DateDif), call.Argument(0).Value, call.Argument(1).Value, unit);
        return new(value, Expressions.OrElse(call.ArgumentFailure, call.FailureOf(value, blankFails: false)));
    }

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => new(1e7, 0);
}
