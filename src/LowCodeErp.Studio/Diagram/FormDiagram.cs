using System.Globalization;

namespace LowCodeErp.Studio.Diagram;

/// <summary>The forms of an app and their references, laid out by reckoning alone: nothing of the page is measured, and equal apps look the same.</summary>
public sealed record FormDiagram(int Width, int Height, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramLine> Lines)
{
    public const int BoxWidth = 176;
    public const int BoxHeight = 52;

    private const int Margin = 24;
    private const int ColumnGap = 96;
    private const int RowGap = 20;
    private const int LeastRows = 6;

    /// <param name="references">Those that lead elsewhere are left out.</param>
    public static FormDiagram Of(IReadOnlyCollection<DiagramForm> forms, IEnumerable<FormReference> references)
    {
        var byKey = forms.ToDictionary(form => form.Key, StringComparer.Ordinal);
        var known = references.Where(reference => byKey.ContainsKey(reference.From) && byKey.ContainsKey(reference.To)).ToList();
        var layers = new DiagramLayers(byKey.Keys, known);
        var rows = Math.Max(LeastRows, (int)Math.Ceiling(Math.Sqrt(forms.Count * 1.5)));
        var columns = layers.Columns(rows);
        var height = columns.Count == 0 ? 0 : columns.Max(column => column.Count);
        var boxes = columns.SelectMany((column, x) => column.Select((key, y) => Box(byKey[key], x, y + (height - column.Count) / 2.0))).ToList();
        var perRow = Math.Max(LeastRows, columns.Count);
        boxes.AddRange(layers.Alone.Select((key, index) => Box(byKey[key], index % perRow, height + index / perRow)));
        var places = boxes.ToDictionary(box => box.Form.Key, StringComparer.Ordinal);
        return new(
            boxes.Select(box => box.X + BoxWidth).DefaultIfEmpty(0).Max() + Margin,
            boxes.Select(box => box.Y + BoxHeight).DefaultIfEmpty(0).Max() + Margin,
            boxes,
            [.. known.GroupBy(reference => (reference.From, reference.To)).OrderBy(pair => pair.Key).Select(pair => Line(places[pair.Key.From], places[pair.Key.To], [.. pair]))]);
    }

    private static DiagramBox Box(DiagramForm form, int column, double row)
        => new(form, Margin + column * (BoxWidth + ColumnGap), Margin + (int)(row * (BoxHeight + RowGap)));

    private static DiagramLine Line(DiagramBox from, DiagramBox to, IReadOnlyList<FormReference> references) => new(from.Form, to.Form, references, Path(from, to));

    /// <summary>From side to side where there is room between two columns, else around the right of both.</summary>
    private static string Path(DiagramBox from, DiagramBox to)
    {
        var (fromY, toY) = (from.Y + BoxHeight / 2, to.Y + BoxHeight / 2);
        if (from.X == to.X)
        {
            var (right, bend) = (from.X + BoxWidth, from.X + BoxWidth + ColumnGap / 2);
            return from == to ? Text($"M {right} {fromY - 12} C {bend} {fromY - 28} {bend} {fromY + 28} {right} {fromY + 12}") : Text($"M {right} {fromY} C {bend} {fromY} {bend} {toY} {right} {toY}");
        }

        var isBackward = from.X > to.X;
        var (start, end) = isBackward ? (from.X, to.X + BoxWidth) : (from.X + BoxWidth, to.X);
        var middle = (start + end) / 2;
        return Text($"M {start} {fromY} C {middle} {fromY} {middle} {toY} {end} {toY}");
    }

    private static string Text(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
