using CsvHelper;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Texts;

/// <summary>
/// Reads comma, semicolon, tab, pipe and blank separated text (RFC 4180, with Excel's <c>sep=</c> line). Every cell is text:
/// what it means is for the field that it goes to.
/// </summary>
internal sealed class DelimitedTextReader(TextSource source) : SpreadsheetReader(source.File)
{
    private readonly bool _hasBlankColumns = BlankColumns.Suit(source.Sample);

    public override IReadOnlyList<SheetInfo> Sheets { get; } = [new SheetInfo(Path.GetFileNameWithoutExtension(source.File.Name), false)];

    private protected override IEnumerable<SheetRow> ReadSheet(int index)
    {
        CsvMalformedRecord? fault = null;
        source.File.Stream.Position = 0;
        var options = GetOptions(onMalformed: record => fault ??= IsHarmless(record) ? null : record);
        using var csv = CsvReader.Create(source.File.Stream, options, leaveOpen: true);
        while (csv.Read())
        {
            if (fault is { } malformed)
            {
                source.File.Diagnostics.Add(Describe(malformed));
                yield break;
            }

            yield return new SheetRow((int)csv.LineNumber, ReadCells(csv));
        }
    }

    private protected override Diagnostic? Explain(Exception exception, int sheetIndex, int lastRow)
        => exception is CsvFormatException malformed
            ? SpreadsheetDiagnostics.RowTooLong(
                source.File.Name, Math.Max(malformed.LineNumber, lastRow + 1), source.File.Limits.MaximumRowBytes)
            : null;

    private CsvReaderOptions GetOptions(Action<CsvMalformedRecord> onMalformed) => new()
    {
        Separator = _hasBlankColumns ? ' ' : null,
        Mode = _hasBlankColumns ? CsvMode.NoEscape : CsvMode.Rfc4180,
        Encoding = source.Encoding,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = source.File.Limits.MaximumRowBytes,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = onMalformed,
    };

    private InputValue[] ReadCells(CsvReader csv)
    {
        var fields = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString);
        return _hasBlankColumns
            ? [.. fields.Where(field => field.Length > 0).Select(InputValue.Of)]
            : [.. fields.Select(field => InputValue.Of(FormulaGuard.Remove(field)))];
    }

    /// <summary>A quote within a value that is not quoted (a 24" screen) can only be itself.</summary>
    private static bool IsHarmless(CsvMalformedRecord record) => record.Reason == CsvMalformedReason.StrayQuote;

    private Diagnostic Describe(CsvMalformedRecord record)
        => record.Reason == CsvMalformedReason.UnterminatedQuote
            ? SpreadsheetDiagnostics.QuoteNotClosed(source.File.Name, record.LineNumber)
            : SpreadsheetDiagnostics.TextAfterQuote(source.File.Name, record.LineNumber);
}
