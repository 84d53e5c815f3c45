using System.Globalization;
using System.Xml.Linq;

namespace LowCodeErp.Studio.Diagram;

/// <summary>A diagram as an SVG file that needs nothing else, for documents and presentations.</summary>
public static class DiagramFile
{
    private const string Style = "text{font:14px 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;fill:#1f2328}.small{font-size:11px;fill:#57606a}rect{fill:#fff;stroke:#8c959f}.line{fill:none;stroke:#8c959f}.head{fill:#8c959f}";

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    public static string Write(FormDiagram diagram, string title, Func<DiagramForm, string> describe)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(describe);
        var root = new XElement(_svg + "svg",
            new XAttribute("width", diagram.Width), new XAttribute("height", diagram.Height), new XAttribute("viewBox", $"0 0 {diagram.Width} {diagram.Height}"),
            new XElement(_svg + "title", title),
            new XElement(_svg + "style", Style),
            new XElement(_svg + "defs", new XElement(_svg + "marker",
                new XAttribute("id", "arrow"), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", 10), new XAttribute("refY", 5), new XAttribute("markerWidth", 7), new XAttribute("markerHeight", 7), new XAttribute("orient", "auto"),
                new XElement(_svg + "path", new XAttribute("class", "head"), new XAttribute("d", "M 0 0 L 10 5 L 0 10 z")))),
            diagram.Lines.Select(line => new XElement(_svg + "path", new XAttribute("class", "line"), new XAttribute("marker-end", "url(#arrow)"), new XAttribute("d", line.Path), new XElement(_svg + "title", string.Join(", ", line.References.Select(reference => reference.Label))))),
            diagram.Boxes.Select(box => Box(box, describe(box.Form))));
        return root.ToString();
    }

    private static XElement Box(DiagramBox box, string description) => new(_svg + "g",
        new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({box.X} {box.Y})")),
        new XElement(_svg + "rect", new XAttribute("width", FormDiagram.BoxWidth), new XAttribute("height", FormDiagram.BoxHeight), new XAttribute("rx", 8)),
        new XElement(_svg + "text", new XAttribute("x", 12), new XAttribute("y", 22), BoxText.Fit(Plain(box.Form.Label.ToString()))),
        new XElement(_svg + "text", new XAttribute("class", "small"), new XAttribute("x", 12), new XAttribute("y", 41), Plain(description)));

    /// <summary>A label may hold what XML cannot.</summary>
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)));
}
