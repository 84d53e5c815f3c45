using System.Globalization;
using CsvHelper;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Texts;

/// <summary>
/// Writes .csv as Excel likes it: UTF-8 with a byte order mark (without, Chinese Excel takes it for GBK), CRLF. Text that
/// Excel would run as a formula gets an apostrophe; numbers, also negative ones, stay as they are.
/// </summary>
public sealed class CsvSheetWriter(Stream output) : ISheetWriter
{
    private readonly CsvWriter _csv = CsvWriter.Create(
        output, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false, NewLine = "\r\n" }, leaveOpen: true);

    public Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellation = default)
        => WriteRowAsync([.. names.Select(InputValue.Of)], cancellation);

    public async Task WriteRowAsync(IReadOnlyList<InputValue> cells, CancellationToken cancellation = default)
    {
        foreach (var cell in cells)
        {
            var text = Format(cell);
            _csv.WriteField(text, NeedsQuotes(text) ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
        }

        await _csv.EndRecordAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    /// <summary>What could be taken for a separator when the file is read again.</summary>
    private static bool NeedsQuotes(string text) => text.AsSpan().ContainsAny(";\t|") || text.Contains("  ", StringComparison.Ordinal);

    private static string Format(InputValue cell) => cell.Content switch
    {
        null => "",
        string text => FormulaGuard.Add(text),
        bool boolean => boolean ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
    };
}
