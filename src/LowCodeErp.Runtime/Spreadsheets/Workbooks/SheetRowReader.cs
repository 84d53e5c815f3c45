using System.Globalization;
using System.Xml;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>Turns the XML of one sheet into rows.</summary>
internal sealed class SheetRowReader(XmlReader xml, WorkbookContents workbook, string sheet, int maximumCellLength)
{
    private const int MaximumRow = 1_048_576;

    private readonly List<InputValue> _cells = [];
    private readonly List<Diagnostic> _errors = [];
    private int _row;

    public IEnumerable<SheetRow> ReadRows()
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                _row = ReadRowNumber();
                ReadCells();
                yield return new SheetRow(_row, [.. _cells]) { Errors = [.. _errors] };
            }
        }
    }

    /// <summary>Rows and cells may leave their place out, which then follows from the one before.</summary>
    private int ReadRowNumber()
    {
        var number = xml.GetAttribute("r") is { } text ? ParseNumber(text) : _row + 1;
        return number > _row && number <= MaximumRow ? number : throw new InvalidDataException($"Row {number} follows row {_row}.");
    }

    private void ReadCells()
    {
        _cells.Clear();
        _errors.Clear();
        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && xml.LocalName != "row")
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                ReadCell();
            }
        }
    }

    private void ReadCell()
    {
        var column = xml.GetAttribute("r") is { } name ? ColumnName.ColumnOfCell(name) : _cells.Count;
        var type = xml.GetAttribute("t") ?? "n";
        var style = xml.GetAttribute("s") is { } text ? ParseNumber(text) : 0;
        var content = ReadContent();
        if (column is not { } index || index >= ColumnName.MaximumCount)
        {
            throw new InvalidDataException("A cell stands outside the sheet.");
        }

        while (_cells.Count <= index)
        {
            _cells.Add(InputValue.Blank);
        }

        if (content is null)
        {
            _errors.Add(SpreadsheetDiagnostics.FormulaNotCalculated(sheet, _row, index));
        }
        else if (content.Length > 0)
        {
            _cells[index] = type == "e" ? NoteError(index, content) : ToInput(type, style, content);
        }
    }

    /// <summary>The text of the value, blank where there is none; null for a formula whose result was never stored.</summary>
    private string? ReadContent()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        string? content = null;
        var hasFormula = false;
        while (xml.Read() && xml.LocalName != "c")
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                hasFormula |= xml.LocalName == "f";
                content = xml.LocalName switch
                {
                    "v" => CellText.Read(xml, maximumCellLength),
                    "is" => CellText.ReadRuns(xml, maximumCellLength),
                    _ => content,
                };
            }
        }

        return content ?? (hasFormula ? null : "");
    }

    private InputValue NoteError(int column, string error)
    {
        _errors.Add(SpreadsheetDiagnostics.FormulaError(sheet, _row, column, error));
        return InputValue.Blank;
    }

    private InputValue ToInput(string type, int style, string content) => type switch
    {
        "s" => InputValue.Of(FindShared(ParseNumber(content))),
        "inlineStr" or "str" => InputValue.Of(content),
        "b" => InputValue.Of(content is "1" or "true"),
        "d" => DateTime.TryParse(content, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? ExcelDate.ToInput(date)
            : InputValue.Of(content),
        _ => double.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? ExcelDate.ToInput(number, workbook.Formats[style], workbook.Uses1904)
            : throw new InvalidDataException($"{content} is no number."),
    };

    private string FindShared(int index)
        => index < workbook.SharedStrings.Count
            ? workbook.SharedStrings[index]
            : throw new InvalidDataException($"There is no shared string {index}.");

    private static int ParseNumber(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"{text} is no whole number.");
}
