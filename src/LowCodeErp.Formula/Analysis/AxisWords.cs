using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Analysis;

/// <summary>Says which values of a field some cells of its axis are: 50 &lt;= [金额] &lt; 100 或 [金额] 为空.</summary>
internal sealed class AxisWords(TimeZoneInfo zone)
{
    /// <param name="isPart">Stands beside other fields, so that alternatives need brackets.</param>
    public LocalizedText Describe(Axis axis, IReadOnlyList<Cell> cells, bool isPart = false)
    {
        var label = axis.Path.Label;
        var parts = cells.Count == axis.Cells.Count ? [AnyValue(label)]
            : !cells.Any(cell => cell.IsBlank) && cells.Count == axis.Cells.Count(cell => !cell.IsBlank) ? [NotBlank(label)]
            : (axis.IsOrdered ? Runs(axis, cells).Select(run => OfRun(axis, run)) : OfValues(axis, cells)).ToList();
        if (cells.Any(cell => cell.IsBlank) && cells.Count < axis.Cells.Count)
        {
            parts.Add(new($"[{label.Chinese}] 为空", $"[{label.English}] is blank"));
        }

        var (open, close) = isPart && parts.Count > 1 ? ("(", ")") : ("", "");
        return new(
            open + string.Join(" 或 ", parts.Select(part => part.Chinese)) + close,
            open + string.Join(" or ", parts.Select(part => part.English)) + close);
    }

    private static LocalizedText AnyValue(LocalizedText label) => new($"[{label.Chinese}] 任意", $"any [{label.English}]");

    private static LocalizedText NotBlank(LocalizedText label) => new($"[{label.Chinese}] 不为空", $"[{label.English}] is not blank");

    /// <summary>Cells that lie next to each other.</summary>
    private static IEnumerable<(Cell First, Cell Last)> Runs(Axis axis, IReadOnlyList<Cell> cells)
    {
        var all = axis.Cells.Where(cell => !cell.IsBlank).ToList();
        var wanted = cells.Where(cell => !cell.IsBlank).Select(cell => all.IndexOf(cell)).Order().ToArray();
        for (var start = 0; start < wanted.Length;)
        {
            var end = start;
            while (end + 1 < wanted.Length && wanted[end + 1] == wanted[end] + 1)
            {
                end++;
            }

            yield return (all[wanted[start]], all[wanted[end]]);
            start = end + 1;
        }
    }

    private LocalizedText OfRun(Axis axis, (Cell First, Cell Last) run)
    {
        var label = axis.Path.Label;
        if (run.First == run.Last && run.First.IsPoint)
        {
            var value = Write(axis, axis.Points[run.First.PointIndex]);
            return new($"[{label.Chinese}] = {value}", $"[{label.English}] = {value}");
        }

        var low = run.First.IsPoint ? (axis.Points[run.First.PointIndex], true) : (axis.Around(run.First.Position).Below, false);
        var high = run.Last.IsPoint ? (axis.Points[run.Last.PointIndex], true) : (axis.Around(run.Last.Position).Above, false);
        return new(OfRun(axis, label.Chinese, low, high), OfRun(axis, label.English!, low, high));
    }

    private string OfRun(Axis axis, string label, (Point? Point, bool IsIncluded) low, (Point? Point, bool IsIncluded) high) => (low.Point, high.Point) switch
    {
        ({ } from, { } to) => $"{Write(axis, from)} {(low.IsIncluded ? "<=" : "<")} [{label}] {(high.IsIncluded ? "<=" : "<")} {Write(axis, to)}",
        ({ } from, null) => $"[{label}] {(low.IsIncluded ? ">=" : ">")} {Write(axis, from)}",
        (null, { } to) => $"[{label}] {(high.IsIncluded ? "<=" : "<")} {Write(axis, to)}",
        _ => $"[{label}]",
    };

    private IEnumerable<LocalizedText> OfValues(Axis axis, IReadOnlyList<Cell> cells)
    {
        var label = axis.Path.Label;
        foreach (var cell in cells.Where(cell => !cell.IsBlank))
        {
            var value = cell.IsPoint ? Write(axis, axis.Points[cell.PointIndex]) : null;
            yield return value is null
                ? new($"[{label.Chinese}] 为其他值", $"[{label.English}] is another value")
                : new($"[{label.Chinese}] = {value}", $"[{label.English}] = {value}");
        }
    }

    private string Write(Axis axis, Point point) => point switch
    {
        { Anchor: Anchor.Today or Anchor.StartOfToday } => "TODAY()" + Offset(point.Value),
        { Anchor: Anchor.Now } => "NOW()" + Offset(point.Value / TimeSpan.TicksPerDay),
        { Constant: DateTime utc } => LocalTime.FromUtc(utc, zone).ToString("'#'yyyy-MM-dd HH:mm'#'", CultureInfo.InvariantCulture),
        { Constant: DateOnly day } => day.ToString("'#'yyyy-MM-dd'#'", CultureInfo.InvariantCulture),
        { Constant: bool value } => value ? "TRUE" : "FALSE",
        { Constant: string text } => $"\"{text}\"",
        _ when axis.Kind == ValueKind.Number => FormulaPrimitives.NumberText(point.Value)!,
        _ => Convert.ToString(point.Constant, CultureInfo.InvariantCulture)!,
    };

    private static string Offset(decimal days) => days == 0 ? "" : (days > 0 ? " + " : " - ") + FormulaPrimitives.NumberText(Math.Abs(days));
}
