using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>
/// Reads .xls (Excel 97–2003). The parser gives formula errors as blank cells, so unlike <see cref="XlsxReader"/> this one
/// cannot name them.
/// </summary>
internal sealed class XlsReader : SpreadsheetReader
{
    private readonly SpreadsheetFile _file;
    private readonly IExcelDataReader _reader;

    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsReader(SpreadsheetFile file, IExcelDataReader reader) : base(file)
    {
        _file = file;
        _reader = reader;
        Sheets = [.. ListSheets(reader)];
    }

    public override IReadOnlyList<SheetInfo> Sheets { get; }

    public static SpreadsheetReader? Open(SpreadsheetFile file)
    {
        try
        {
            var settings = new ExcelReaderConfiguration { LeaveOpen = true };
            var reader = new XlsReader(file, ExcelReaderFactory.CreateReader(file.Stream, settings));
            return reader.Sheets.Count > 0 ? reader : file.Refuse(SpreadsheetDiagnostics.NoSheets(file.Name));
        }
        catch (InvalidPasswordException)
        {
            // The one fault that the user can tell from damage.
            return file.Refuse(SpreadsheetDiagnostics.Encrypted(file.Name));
        }
        catch (Exception exception) when (IsFaultOfContent(exception))
        {
            // Whatever the parser stumbles over here is in the file: nothing else has been handed to it.
            return file.Refuse(SpreadsheetDiagnostics.Broken(file.Name));
        }
    }

    private protected override IEnumerable<SheetRow> ReadSheet(int index)
    {
        _reader.Reset();
        for (var skipped = 0; skipped < index; skipped++)
        {
            _reader.NextResult();
        }

        while (_reader.Read())
        {
            var cells = Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetValue).Select(ToInput);
            yield return new SheetRow(_reader.Depth + 1, [.. cells]);
        }
    }

    private protected override Diagnostic? Explain(Exception exception, int sheetIndex, int lastRow)
        => IsFaultOfContent(exception) ? SpreadsheetDiagnostics.BrokenAfter(Sheets[sheetIndex].Name, lastRow) : null;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
        }

        base.Dispose(disposing);
    }

    private static IEnumerable<SheetInfo> ListSheets(IExcelDataReader reader)
    {
        do
        {
            if (reader.Name is { } name)
            {
                yield return new SheetInfo(name, reader.VisibleState != "visible");
            }
        }
        while (reader.NextResult());
    }

    /// <summary>On damaged records the parser throws whatever its code runs into; the rest is the disk's fault, or the machine's.</summary>
    private static bool IsFaultOfContent(Exception exception)
        => exception is not (OutOfMemoryException or OperationCanceledException or ObjectDisposedException)
            && exception is not IOException or EndOfStreamException;

    private static InputValue ToInput(object? value) => value switch
    {
        null => InputValue.Blank,
        string text => InputValue.Of(text),
        bool boolean => InputValue.Of(boolean),
        double number => ExcelNumber.ToInput(number),
        int number => InputValue.Of(number),
        DateTime date => ExcelDate.ToInput(date),
        TimeSpan elapsed => ExcelDate.ToInput(elapsed),
        _ => InputValue.Of(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
