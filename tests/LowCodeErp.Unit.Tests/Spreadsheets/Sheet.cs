using System.Globalization;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

/// <summary>A file read to its end: its rows, and what was wrong with it.</summary>
internal sealed class Sheet
{
    private readonly DiagnosticBag _diagnostics = new();

    private Sheet(Stream stream, string name, SpreadsheetLimits? limits, int? sheetIndex)
    {
        using var reader = SpreadsheetReader.Open(stream, name, limits ?? SpreadsheetLimits.Default, _diagnostics);
        Sheets = reader?.Sheets ?? [];
        Rows = reader?.ReadRows(sheetIndex).ToList() ?? [];
    }

    public IReadOnlyList<SheetInfo> Sheets { get; }

    public IReadOnlyList<SheetRow> Rows { get; }

    public IEnumerable<string> Codes => _diagnostics.Items.Select(item => item.Code);

    public Diagnostic Error => Assert.Single(_diagnostics.Items);

    /// <summary>Rows as text, cells apart by a bar, blank cells empty.</summary>
    public IEnumerable<string> Lines => Rows.Select(row => string.Join('|', row.Cells.Select(Show)));

    public static Sheet Messy(string name, int? sheetIndex = null) => FromFile(TestFiles.Messy(name), sheetIndex);

    public static Sheet FromFile(string path, int? sheetIndex = null)
    {
        using var stream = File.OpenRead(path);
        return new Sheet(stream, Path.GetFileName(path), null, sheetIndex);
    }

    public static Sheet FromText(string text, Encoding? encoding = null, SpreadsheetLimits? limits = null)
        => FromBytes((encoding ?? new UTF8Encoding(false)).GetBytes(text), limits);

    public static Sheet FromBytes(byte[] bytes, SpreadsheetLimits? limits = null) => new(new MemoryStream(bytes), "test.csv", limits, null);

    private static string Show(InputValue cell) => cell.Content switch
    {
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var content => Convert.ToString(content, CultureInfo.InvariantCulture) ?? "",
    };
}
