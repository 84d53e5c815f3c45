using System.Xml;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>Reads .xlsx, one row at a time. Of merged cells, the first holds the value, as Excel has it.</summary>
internal sealed class XlsxReader : SpreadsheetReader
{
    private readonly SpreadsheetFile _file;
    private readonly WorkbookPackage _package;
    private readonly WorkbookContents _contents;

    private XlsxReader(SpreadsheetFile file, WorkbookPackage package, WorkbookContents contents) : base(file)
    {
        _file = file;
        _package = package;
        _contents = contents;
    }

    public override IReadOnlyList<SheetInfo> Sheets => _contents.Sheets;

    public static SpreadsheetReader? Open(SpreadsheetFile file)
    {
        var package = WorkbookPackage.Open(file);
        if (package is null)
        {
            return null;
        }

        var reader = Open(file, package);
        if (reader is null)
        {
            package.Dispose();
        }

        return reader;
    }

    private protected override IEnumerable<SheetRow> ReadSheet(int index)
    {
        using var xml = _package.OpenPart(_contents.SheetParts[index]);
        foreach (var row in new SheetRowReader(xml, _contents, Sheets[index].Name, _file.Limits.MaximumRowBytes).ReadRows())
        {
            yield return row;
        }
    }

    private protected override Diagnostic? Explain(Exception exception, int sheetIndex, int lastRow) => exception switch
    {
        XmlException or InvalidDataException => SpreadsheetDiagnostics.BrokenAfter(Sheets[sheetIndex].Name, lastRow),
        PartTooLargeException => SpreadsheetDiagnostics.RowTooLong(_file.Name, lastRow + 1, _file.Limits.MaximumRowBytes),
        _ => null,
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _package.Dispose();
        }

        base.Dispose(disposing);
    }

    private static SpreadsheetReader? Open(SpreadsheetFile file, WorkbookPackage package)
    {
        if (package.Has("xl/workbook.bin"))
        {
            return file.Refuse(SpreadsheetDiagnostics.UnsupportedFormat(file.Name, ".xlsb"));
        }

        try
        {
            var contents = WorkbookContents.Read(package);
            return contents.Sheets.Count > 0
                ? new XlsxReader(file, package, contents)
                : file.Refuse(SpreadsheetDiagnostics.NoSheets(file.Name));
        }
        catch (PartTooLargeException exception)
        {
            // The limit is the user's to know, with the part that passes it.
            return file.Refuse(SpreadsheetDiagnostics.ExpandsTooMuch(file.Name, exception.Part));
        }
        catch (XmlException exception)
        {
            // Damage and forbidden entities look the same to the parser; both are the file's.
            return file.Refuse(SpreadsheetDiagnostics.PartRefused(file.Name, exception.SourceUri ?? "xl/"));
        }
        catch (InvalidDataException)
        {
            // A part is missing or cannot be unpacked.
            return file.Refuse(SpreadsheetDiagnostics.Broken(file.Name));
        }
    }
}
