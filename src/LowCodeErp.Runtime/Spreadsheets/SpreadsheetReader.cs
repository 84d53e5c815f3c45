using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets.Tables;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>
/// Reads rows from a .csv, .txt, .xls or .xlsx file, or from an HTML page that was saved under such a name, forward only.
/// What the file is shows in its content; the name serves messages only.
/// </summary>
/// <example>
/// <code>
/// using var reader = await SpreadsheetReader.OpenAsync(upload, "orders.xlsx", SpreadsheetLimits.Default, diagnostics, cancellation);
/// var header = SheetHeader.Find(reader.ReadRows());
/// foreach (var row in reader.ReadRows().SkipWhile(row => row.Number &lt;= header.RowNumber)) { … }
/// </code>
/// </example>
public abstract class SpreadsheetReader : IDisposable
{
    private readonly DiagnosticBag _diagnostics;
    private readonly int _maximumColumns;
    private Stream? _owned;

    private protected SpreadsheetReader(SpreadsheetFile file)
    {
        _diagnostics = file.Diagnostics;
        _maximumColumns = file.Limits.MaximumColumns;
    }

    /// <summary>At least one.</summary>
    public abstract IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>Opens a stream that can seek. The caller keeps it open while it reads, and closes it.</summary>
    /// <returns>Null, with an error, when there is nothing to read rows from.</returns>
    public static SpreadsheetReader? Open(Stream stream, string fileName, SpreadsheetLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("Only a stream that can seek can be opened; OpenAsync takes any.", nameof(stream));
        }

        var file = new SpreadsheetFile(stream, fileName, limits, diagnostics);
        if (stream.Length > limits.MaximumBytes)
        {
            return file.Refuse(SpreadsheetDiagnostics.FileTooLarge(fileName, limits.MaximumBytes));
        }

        return file.Signature switch
        {
            FileSignature.Empty => file.Refuse(SpreadsheetDiagnostics.FileEmpty(fileName)),
            FileSignature.Zip => XlsxReader.Open(file),
            FileSignature.CompoundDocument => XlsReader.Open(file),
            _ => OpenText(file),
        };
    }

    /// <summary>
    /// Opens any stream, such as an upload: what cannot seek is first copied to a temporary file, which goes with the reader.
    /// </summary>
    public static async Task<SpreadsheetReader?> OpenAsync(
        Stream stream, string fileName, SpreadsheetLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        if (stream.CanSeek)
        {
            return Open(stream, fileName, limits, diagnostics);
        }

        var copy = await TemporaryCopy.MakeAsync(stream, limits.MaximumBytes, cancellation);
        var reader = Open(copy, fileName, limits, diagnostics);
        if (reader is null)
        {
            await copy.DisposeAsync();
            return null;
        }

        reader._owned = copy;
        return reader;
    }

    /// <summary>
    /// The rows of a sheet, by default the first that is visible. Empty rows are not yielded: gaps show in
    /// <see cref="SheetRow.Number"/>. What ends the reading early (damage, an open quote) becomes an error in the bag that the
    /// reader was opened with. May be called again, but only one enumeration may run at a time.
    /// </summary>
    public IEnumerable<SheetRow> ReadRows(int? sheetIndex = null)
    {
        var index = sheetIndex ?? Math.Max(0, Sheets.ToList().FindIndex(sheet => !sheet.IsHidden));
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(sheetIndex));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Sheets.Count, nameof(sheetIndex));
        return ReadNarrowRows(index);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Yields rows in order; may throw what <see cref="Explain"/> knows to be the file's fault.</summary>
    private protected abstract IEnumerable<SheetRow> ReadSheet(int index);

    /// <summary>The error to report when reading threw because of the file's content, or null when it is our bug or the disk's.</summary>
    private protected abstract Diagnostic? Explain(Exception exception, int sheetIndex, int lastRow);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _owned?.Dispose();
        }
    }

    private static SpreadsheetReader? OpenText(SpreadsheetFile file)
    {
        var encoding = TextEncoding.Detect(file);
        if (encoding is null)
        {
            return null;
        }

        var text = new TextSource(file, encoding);
        return text.LooksLikeMarkup ? HtmlTableReader.Open(text) : new DelimitedTextReader(text);
    }

    private IEnumerable<SheetRow> ReadNarrowRows(int index)
    {
        using var rows = ReadSheet(index).GetEnumerator();
        var lastRow = 0;
        while (MoveNext(rows, index, lastRow))
        {
            var row = rows.Current;
            lastRow = row.Number;
            if (LastColumn(row) is var last && last >= _maximumColumns)
            {
                _diagnostics.Add(SpreadsheetDiagnostics.TooManyColumns(Sheets[index].Name, row.Number, last, _maximumColumns));
                yield break;
            }

            if (!row.IsEmpty)
            {
                yield return row;
            }
        }
    }

    private bool MoveNext(IEnumerator<SheetRow> rows, int index, int lastRow)
    {
        Diagnostic? fault = null;
        try
        {
            return rows.MoveNext();
        }
        catch (Exception exception) when ((fault = Explain(exception, index, lastRow)) is not null)
        {
            // Content that no parser can read is the user's mistake: it is reported, and the rows before it stand.
            _diagnostics.Add(fault);
            return false;
        }
    }

    private static int LastColumn(SheetRow row)
    {
        var last = row.Cells.Count - 1;
        while (last >= 0 && row.Cells[last].IsBlank)
        {
            last--;
        }

        return last;
    }
}
