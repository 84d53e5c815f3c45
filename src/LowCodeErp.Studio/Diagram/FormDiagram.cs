using System.Globalization;
using System.Text;

namespace LowCodeErp.Studio.Diagram;

/// <summary>The forms of an app and their references, laid out by reckoning alone: nothing of the page is measured, and equal apps look the same.</summary>
public sealed record FormDiagram(int Width, int Height, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramLine> Lines)
{
    public const int BoxWidth = 176;
    public const int BoxHeight = 52;

    private const int Margin = 24;
    private const int ColumnGap = 88;
    private const int RowGap = 20;

    /// <summary>What a line takes that passes a column.</summary>
    private const int LineHeight = 14;

    private const int LeastRows = 6;

    /// <param name="references">Those that lead elsewhere are left out.</param>
    public static FormDiagram Of(IReadOnlyCollection<DiagramForm> forms, IEnumerable<FormReference> references)
    {
        var byKey = forms.ToDictionary(form => form.Key, StringComparer.Ordinal);
        var known = references.Where(reference => byKey.ContainsKey(reference.From) && byKey.ContainsKey(reference.To))
            .GroupBy(reference => (reference.From, reference.To)).OrderBy(pair => pair.Key).ToList();
        var layers = new DiagramLayers(byKey.Keys, known.SelectMany(pair => pair));
        var columns = layers.Columns(Math.Max(LeastRows, (int)Math.Ceiling(Math.Sqrt(forms.Count * 1.5))));
        var height = columns.Select(HeightOf).DefaultIfEmpty(0).Max();
        var places = columns.Index().SelectMany(column => Place(column.Item, column.Index, height)).ToList();
        var boxes = places.Where(place => place.Place.IsForm).Select(place => new DiagramBox(byKey[place.Place.From], place.X, place.Y))
            .Concat(layers.Alone.Select((form, index) => Loose(byKey[form], index, Math.Max(LeastRows, columns.Count), height))).ToList();
        var bends = places.ToLookup(place => place.Place, place => (place.X, Y: place.Y + HeightOf(place.Place) / 2));
        return new(
            boxes.Select(box => box.X + BoxWidth + Margin).DefaultIfEmpty(0).Max(),
            boxes.Select(box => box.Y + BoxHeight).Append(height).Max() + Margin,
            boxes,
            [.. known.Select(pair => new DiagramLine(byKey[pair.Key.From], byKey[pair.Key.To], [.. pair], Path(pair.Key.From, pair.Key.To, boxes, bends[new(pair.Key.From, pair.Key.To)])))]);
    }

    private static int HeightOf(DiagramPlace place) => place.IsForm ? BoxHeight : LineHeight;

    private static int HeightOf(IReadOnlyList<DiagramPlace> column) => column.Sum(place => HeightOf(place) + RowGap);

    /// <summary>In the middle of the height that the highest column has.</summary>
    private static IEnumerable<(DiagramPlace Place, int X, int Y)> Place(IReadOnlyList<DiagramPlace> column, int index, int height)
    {
        var y = Margin + (height - HeightOf(column)) / 2;
        foreach (var place in column)
        {
            yield return (place, Margin + index * (BoxWidth + ColumnGap), y);
            y += HeightOf(place) + RowGap;
        }
    }

    /// <summary>Below all others, in rows.</summary>
    private static DiagramBox Loose(DiagramForm form, int index, int perRow, int height)
        => new(form, Margin + index % perRow * (BoxWidth + ColumnGap), Margin + height + index / perRow * (BoxHeight + RowGap));

    private static string Path(string from, string to, List<DiagramBox> boxes, IEnumerable<(int X, int Y)> bends)
    {
        var (start, end) = (boxes.Find(box => box.Form.Key == from)!, boxes.Find(box => box.Form.Key == to)!);
        var (startY, endY) = (start.Y + BoxHeight / 2, end.Y + BoxHeight / 2);
        if (start.X == end.X)
        {
            return Around(start.X + BoxWidth, start == end ? startY - 12 : startY, start == end ? endY + 12 : endY);
        }

        // The columns are passed from side to side; between them the line bends.
        var isLeftward = start.X > end.X;
        var path = new StringBuilder();
        var (x, y) = (isLeftward ? start.X : start.X + BoxWidth, startY);
        path.Append(CultureInfo.InvariantCulture, $"M {x} {y}");
        foreach (var (bendX, bendY) in isLeftward ? bends.OrderByDescending(bend => bend.X) : bends.OrderBy(bend => bend.X))
        {
            Bend(path, x, y, isLeftward ? bendX + BoxWidth : bendX, bendY);
            (x, y) = (isLeftward ? bendX : bendX + BoxWidth, bendY);
            path.Append(CultureInfo.InvariantCulture, $" H {x}");
        }

        Bend(path, x, y, isLeftward ? end.X + BoxWidth : end.X, endY);
        return path.ToString();
    }

    private static void Bend(StringBuilder path, int x, int y, int toX, int toY)
        => path.Append(CultureInfo.InvariantCulture, $" C {(x + toX) / 2} {y} {(x + toX) / 2} {toY} {toX} {toY}");

    private static string Around(int x, int y, int toY)
        => string.Create(CultureInfo.InvariantCulture, $"M {x} {y} C {x + ColumnGap / 2} {y} {x + ColumnGap / 2} {toY} {x} {toY}");
}
