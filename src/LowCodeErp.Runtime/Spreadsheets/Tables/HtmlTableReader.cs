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
    private readonly IReadOnlyList<HtmlTable> _tables;
    private readonly int _maximumWidth;

    private HtmlTableReader(SpreadsheetFile file, IReadOnlyList<HtmlTable> tables) : base(file)
    {
        _tables = tables;
        _maximumWidth = file.Limits.MaximumColumns + 1;
        Sheets = [.. tables.Select((table, index) => new SheetInfo(table.Name is { Length: > 0 } name ? name : $"表格 {index + 1}", false))];
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
        var tables = new HtmlTableScanner(reader.ReadToEnd()).Scan();
        return tables.Count > 0 ? new HtmlTableReader(file, tables) : file.Refuse(SpreadsheetDiagnostics.NoSheets(file.Name));
    }

    private protected override IEnumerable<SheetRow> ReadSheet(int index)
    {
        var number = 0;
        var covered = new Dictionary<int, int>();
        foreach (var row in _tables[index].Rows)
        {
            yield return new SheetRow(++number, ReadCells(row, covered));
        }
    }

    /// <summary>What could not be read was found when the page was scanned.</summary>
    private protected override Diagnostic? Explain(Exception exception, int sheetIndex, int lastRow) => null;

    /// <summary>As in a workbook, only the first of merged cells has the value.</summary>
    /// <param name="row">The row as it stands in the page.</param>
    /// <param name="covered">For each column, how many rows a cell from above still covers.</param>
    private List<InputValue> ReadCells(List<HtmlCell> row, Dictionary<int, int> covered)
    {
        var cells = new List<InputValue>();
        foreach (var cell in row)
        {
            SkipCovered(cells, covered);
            var width = Math.Min(cell.ColumnSpan, _maximumWidth);
            for (var offset = 0; offset < width && cell.RowSpan > 1; offset++)
            {
                covered[cells.Count + offset] = cell.RowSpan - 1;
            }

            cells.Add(InputValue.Of(cell.Text));
            cells.AddRange(Enumerable.Repeat(InputValue.Blank, width - 1));
            if (cells.Count > _maximumWidth)
            {
                break;
            }
        }

        SkipCovered(cells, covered);
        return cells;
    }

    private static void SkipCovered(List<InputValue> cells, Dictionary<int, int> covered)
    {
        while (covered.TryGetValue(cells.Count, out var rows) && rows > 0)
        {
            covered[cells.Count] = rows - 1;
            cells.Add(InputValue.Blank);
        }
    }
}
