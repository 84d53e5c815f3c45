using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets.Texts;

namespace LowCodeErp.Runtime.Spreadsheets.Tables;

/// <summary>
/// Reads the tables of an HTML page, which is what many old systems export as ".xls". Each table that holds no other table is
/// a sheet. The page is held in memory, so it has a limit of its own.
/// </summary>
internal sealed class HtmlTableReader : SpreadsheetReader
{
    private readonly IHtmlTableElement[] _tables;
    private readonly int _maximumColumns;

    private HtmlTableReader(SpreadsheetFile file, IHtmlTableElement[] tables) : base(file)
    {
        _tables = tables;
        _maximumColumns = file.Limits.MaximumColumns;
        Sheets = [.. tables.Select((table, index) => new SheetInfo(NameOf(table) ?? $"表格 {index + 1}", false))];
    }

    public override IReadOnlyList<SheetInfo> Sheets { get; }

    public static SpreadsheetReader? Open(TextSource text)
    {
        var file = text.File;
        if (text.Sample.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
            && text.Sample.AsSpan().TrimStart().StartsWith("<?xml"))
        {
            return file.Refuse(SpreadsheetDiagnostics.UnsupportedFormat(file.Name, "XML 2003"));
        }

        if (file.Stream.Length > file.Limits.MaximumHtmlBytes)
        {
            return file.Refuse(SpreadsheetDiagnostics.FileTooLarge(file.Name, file.Limits.MaximumHtmlBytes));
        }

        using var reader = text.OpenReader();
        var page = new HtmlParser().ParseDocument(reader.ReadToEnd());
        var tables = page.QuerySelectorAll<IHtmlTableElement>("table").Where(table => table.QuerySelector("table") is null && table.Rows.Length > 0);
        return tables.ToArray() is { Length: > 0 } found ? new HtmlTableReader(file, found) : file.Refuse(SpreadsheetDiagnostics.NoSheets(file.Name));
    }

    private protected override IEnumerable<SheetRow> ReadSheet(int index)
    {
        var number = 0;
        var spans = new Dictionary<int, int>();
        foreach (var row in _tables[index].Rows)
        {
            yield return new SheetRow(++number, ReadCells(row, spans));
        }
    }

    /// <summary>What could not be read was found when the page was parsed.</summary>
    private protected override Diagnostic? Explain(Exception exception, int sheetIndex, int lastRow) => null;

    /// <summary>As in a workbook, only the first of merged cells has the value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="spans">For each column, how many rows a cell from above still covers.</param>
    private List<InputValue> ReadCells(IHtmlTableRowElement row, Dictionary<int, int> spans)
    {
        var cells = new List<InputValue>();
        foreach (var cell in row.Cells)
        {
            SkipCovered(cells, spans);
            var width = Math.Clamp(cell.ColumnSpan, 1, _maximumColumns);
            for (var covered = 0; covered < width && cell.RowSpan > 1; covered++)
            {
                spans[cells.Count + covered] = cell.RowSpan - 1;
            }

            cells.Add(InputValue.Of(TextOf(cell)));
            cells.AddRange(Enumerable.Repeat(InputValue.Blank, width - 1));
        }

        SkipCovered(cells, spans);
        return cells;
    }

    private static void SkipCovered(List<InputValue> cells, Dictionary<int, int> spans)
    {
        while (spans.TryGetValue(cells.Count, out var rows) && rows > 0)
        {
            spans[cells.Count] = rows - 1;
            cells.Add(InputValue.Blank);
        }
    }

    private static string? NameOf(IHtmlTableElement table)
        => table.Caption is { } caption && TextOf(caption) is { Length: > 0 } name ? name : null;

    /// <summary>As a browser shows it: white space folded, a new line only for a break.</summary>
    private static string TextOf(IElement element)
    {
        var texts = element.GetDescendants().Select(node => node switch
        {
            IHtmlBreakRowElement => "\n",
            IText text => FoldBlanks(text.Data),
            _ => "",
        });
        return string.Concat(texts).Trim();
    }

    private static string FoldBlanks(string text) => string.Join(' ', text.Split(' ', '\t', '\r', '\n', '\u00A0').Where((word, index) => word.Length > 0 || index == 0));
}
