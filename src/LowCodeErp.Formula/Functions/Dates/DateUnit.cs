using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Dates;

/// <summary>Units of time as authors write them: "year", "Y" and "年" are the same.</summary>
internal static class DateUnit
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["year"] = "year", ["years"] = "year", ["y"] = "year", ["年"] = "year",
        ["quarter"] = "quarter", ["quarters"] = "quarter", ["q"] = "quarter", ["季度"] = "quarter", ["季"] = "quarter",
        ["month"] = "month", ["months"] = "month", ["m"] = "month", ["月"] = "month", ["个月"] = "month",
        ["week"] = "week", ["weeks"] = "week", ["w"] = "week", ["周"] = "week", ["星期"] = "week",
        ["day"] = "day", ["days"] = "day", ["d"] = "day", ["日"] = "day", ["天"] = "day",
        ["hour"] = "hour", ["hours"] = "hour", ["h"] = "hour", ["时"] = "hour", ["小时"] = "hour",
        ["minute"] = "minute", ["minutes"] = "minute", ["n"] = "minute", ["分"] = "minute", ["分钟"] = "minute",
        ["second"] = "second", ["seconds"] = "second", ["s"] = "second", ["秒"] = "second",
    };

    public static string? Find(BoundNode node, bool withTime)
        => node is BoundNode.Literal { Value: string text } && Units.GetValueOrDefault(text.Trim()) is { } unit
            && (withTime || unit is not ("hour" or "minute" or "second"))
            ? unit
            : null;

    public static void Check(BoundNode node, bool withTime, ICollection<FormulaDiagnostic> diagnostics)
    {
        if (node is not BoundNode.Literal)
        {
            diagnostics.Add(FormulaDiagnostics.LiteralNeeded(node.Span, new("单位", "The unit")));
        }
        else if (Find(node, withTime) is null)
        {
            var choices = "\"year\" 年, \"quarter\" 季度, \"month\" 月, \"week\" 周, \"day\" 日";
            diagnostics.Add(FormulaDiagnostics.NotAChoice(
                node.Span, new("单位", "The unit"), withTime ? choices + ", \"hour\" 时, \"minute\" 分, \"second\" 秒" : choices));
        }
    }
}
