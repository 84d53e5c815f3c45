using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>
/// Writes .xlsx with a bold header that stays in sight. Rows go out in pieces of some 64 kB. A table with more rows than
/// a sheet of Excel holds goes on in further sheets, each with the header.
/// </summary>
public sealed class XlsxSheetWriter : ISheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MaximumTextLength = 32_767;
    private const int MaximumDigits = 15;

    private readonly PendingOutput _output;
    private readonly ZipArchive _archive;
    private readonly string _sheetName;
    private XmlWriter? _xml;
    private IReadOnlyList<InputValue> _header = [];
    private int _sheets;
    private int _row;

    public XlsxSheetWriter(Stream output, string sheetName = "Sheet1")
    {
        _output = new PendingOutput(output);
        _archive = new ZipArchive(_output, ZipArchiveMode.Create);
        _sheetName = XlsxParts.ToSheetName(sheetName);
    }

    /// <summary>Rows to a sheet with its header; more than Excel's own limit cannot be opened.</summary>
    public int RowsPerSheet { get; init; } = 1_048_576;

    public Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellation = default)
    {
        _header = [.. names.Select(InputValue.Of)];
        StartSheet();
        return Task.CompletedTask;
    }

    public async Task WriteRowAsync(IReadOnlyList<InputValue> cells, CancellationToken cancellation = default)
    {
        if (_xml is null || _row >= RowsPerSheet)
        {
            StartSheet();
        }

        WriteCells(cells, isHeader: false);
        if (_output.IsFull)
        {
            await _output.SendAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_sheets == 0)
        {
            StartSheet();
        }

        EndSheet();
        foreach (var (name, content) in XlsxParts.Make(_sheetName, _sheets))
        {
            await using var part = OpenPart(name);
            part.Write(content.Span);
        }

        _archive.Dispose();
        await _output.SendAsync(CancellationToken.None);
        await _output.DisposeAsync();
    }

    private void StartSheet()
    {
        EndSheet();
        _sheets++;
        _row = 0;
        _xml = XmlWriter.Create(OpenPart(XlsxParts.SheetPart(_sheets)), new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            CloseOutput = true,
        });
        _xml.WriteStartElement("worksheet", Main);
        if (_header.Count > 0)
        {
            WriteFrozenRow();
        }

        _xml.WriteStartElement("sheetData", Main);
        if (_header.Count > 0)
        {
            WriteCells(_header, isHeader: true);
        }
    }

    private void EndSheet()
    {
        _xml?.WriteEndDocument();
        _xml?.Dispose();
    }

    private Stream OpenPart(string name) => _archive.CreateEntry(name, CompressionLevel.Fastest).Open();

    private void WriteFrozenRow()
    {
        _xml!.WriteStartElement("sheetViews", Main);
        _xml.WriteStartElement("sheetView", Main);
        _xml.WriteAttributeString("workbookViewId", "0");
        _xml.WriteStartElement("pane", Main);
        _xml.WriteAttributeString("ySplit", "1");
        _xml.WriteAttributeString("topLeftCell", "A2");
        _xml.WriteAttributeString("activePane", "bottomLeft");
        _xml.WriteAttributeString("state", "frozen");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteCells(IReadOnlyList<InputValue> cells, bool isHeader)
    {
        _row++;
        _xml!.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            if (!cells[column].IsBlank)
            {
                WriteCell(ColumnName.OfCell(column, _row), cells[column], isHeader);
            }
        }

        _xml.WriteEndElement();
    }

    private void WriteCell(string name, InputValue cell, bool isHeader)
    {
        _xml!.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", name);
        switch (cell.Content)
        {
            case bool boolean:
                WriteValue(XlsxParts.PlainStyle, "b", boolean ? "1" : "0");
                break;
            case DateTime { Year: >= 1900 } date:
                var style = date.TimeOfDay == TimeSpan.Zero ? XlsxParts.DateStyle : XlsxParts.DateTimeStyle;
                WriteValue(style, "n", ExcelDate.ToSerial(date).ToString("R", CultureInfo.InvariantCulture));
                break;
            case decimal number when HasFewDigits(number):
                WriteValue(XlsxParts.PlainStyle, "n", number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(isHeader ? XlsxParts.HeaderStyle : XlsxParts.PlainStyle, Convert.ToString(cell.Content, CultureInfo.InvariantCulture)!);
                break;
        }

        _xml.WriteEndElement();
    }

    private void WriteValue(string style, string type, string value)
    {
        _xml!.WriteAttributeString("s", style);
        _xml.WriteAttributeString("t", type);
        _xml.WriteElementString("v", Main, value);
    }

    private void WriteText(string style, string text)
    {
        _xml!.WriteAttributeString("s", style);
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", Main);
        _xml.WriteStartElement("t", Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(CellText.Encode(text.Length <= MaximumTextLength ? text : text[..(MaximumTextLength - 1)] + "…"));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>Excel keeps 15 digits and turns the rest into zeros, so a longer number (an id, a code) is written as text.</summary>
    private static bool HasFewDigits(decimal number)
    {
        var digits = Math.Abs(number).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length <= MaximumDigits;
    }
}
