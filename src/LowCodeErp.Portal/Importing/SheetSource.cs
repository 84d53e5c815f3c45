using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Portal.Importing;

/// <summary>A file that somebody sent, with the sheet and the header row that are read: found, or chosen by a person.</summary>
public sealed class SheetSource : IDisposable
{
    public const int SampledRows = 20;

    public UploadedFile? File { get; private set; }

    public IReadOnlyList<SheetInfo> Sheets { get; private set; } = [];

    public int SheetIndex { get; private set; }

    /// <summary>Null until a file is open.</summary>
    public SheetHeader? Header { get; private set; }

    /// <summary>The first rows below the header.</summary>
    public IReadOnlyList<SheetRow> Sample { get; private set; } = [];

    /// <summary>What stands in the way of reading the file, as of the last step.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; private set; } = [];

    /// <summary>Takes the file over, in place of the one before. False, with the reasons in <see cref="Problems"/>, when it holds no rows.</summary>
    public bool Open(UploadedFile file)
    {
        File?.Dispose();
        File = file;
        var diagnostics = new DiagnosticBag();
        using (var reader = file.Open(diagnostics))
        {
            Sheets = reader?.Sheets ?? [];
        }

        Problems = diagnostics.Items;
        if (Sheets.Count == 0)
        {
            return false;
        }

        Read(Math.Max(0, Sheets.ToList().FindIndex(sheet => !sheet.IsHidden)), null);
        return !Problems.Any(problem => problem.Severity == Severity.Error);
    }

    /// <param name="headerRow">Null to find it.</param>
    /// <returns>False when nothing changes, because the row that a person has pointed at is empty.</returns>
    public bool Read(int index, int? headerRow)
    {
        var diagnostics = new DiagnosticBag();
        using var reader = File!.Open(diagnostics);
        var header = reader is null ? null : FindHeader(reader, index, headerRow, diagnostics);
        Problems = diagnostics.Items;
        if (header is null)
        {
            return false;
        }

        (SheetIndex, Header) = (index, header);
        Sample = [.. reader!.ReadRows(index).SkipWhile(row => row.Number <= header.RowNumber).Take(SampledRows)];
        return true;
    }

    public void Dispose() => File?.Dispose();

    private static SheetHeader? FindHeader(SpreadsheetReader reader, int sheet, int? number, DiagnosticBag diagnostics)
    {
        if (number is null)
        {
            return SheetHeader.Find(reader.ReadRows(sheet));
        }

        if (reader.ReadRows(sheet).TakeWhile(row => row.Number <= number).FirstOrDefault(row => row.Number == number) is { } row)
        {
            return SheetHeader.Of(row);
        }

        diagnostics.Add(ImportDiagnostics.HeaderRowEmpty(number.Value));
        return null;
    }
}
