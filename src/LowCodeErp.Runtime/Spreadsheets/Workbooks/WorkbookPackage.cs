using System.IO.Compression;
using System.Xml;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>
/// The packed parts of an .xlsx, opened one at a time, under the limits. The unpacked size that an entry declares can be
/// trusted as a bound: the framework stops unpacking there.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    /// <summary>Below this a part may be packed as tightly as it likes.</summary>
    private const long RatioMattersFrom = 10 * 1024 * 1024;

    private readonly SpreadsheetFile _file;
    private readonly ZipArchive _archive;

    private WorkbookPackage(SpreadsheetFile file, ZipArchive archive)
    {
        _file = file;
        _archive = archive;
    }

    /// <summary>Null, with an error, when the file is no archive or would grow too large.</summary>
    public static WorkbookPackage? Open(SpreadsheetFile file)
    {
        try
        {
            var package = new WorkbookPackage(file, new ZipArchive(file.Stream, ZipArchiveMode.Read, leaveOpen: true));
            if (package.FindOversized() is not { } oversized)
            {
                return package;
            }

            package.Dispose();
            file.Diagnostics.Add(SpreadsheetDiagnostics.ExpandsTooMuch(file.Name, oversized));
        }
        catch (InvalidDataException)
        {
            // A damaged archive is the user's file, not our fault.
            file.Diagnostics.Add(SpreadsheetDiagnostics.Broken(file.Name));
        }

        return null;
    }

    public bool Has(string part) => Find(part) is not null;

    /// <summary>Opens a part that is read as a stream. It must exist.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public XmlReader OpenPart(string part)
    {
        var entry = Find(part) ?? throw new InvalidDataException($"The workbook has no part {part}.");
        var settings = new XmlReaderSettings
        {
            // Entities could expand without end; Excel never writes any.
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = _file.Limits.MaximumUncompressedBytes,
            CloseInput = true,
        };
        return XmlReader.Create(entry.Open(), settings, baseUri: part);
    }

    /// <summary>Opens a part whose content will be held in memory.</summary>
    /// <exception cref="PartTooLargeException">It is larger than what may be held.</exception>
    public XmlReader OpenResidentPart(string part)
        => Find(part)?.Length > _file.Limits.MaximumResidentBytes ? throw new PartTooLargeException(part) : OpenPart(part);

    public void Dispose() => _archive.Dispose();

    private ZipArchiveEntry? Find(string part)
        => _archive.GetEntry(part)
            ?? _archive.Entries.FirstOrDefault(
                entry => entry.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));

    private string? FindOversized()
    {
        var total = 0L;
        foreach (var entry in _archive.Entries)
        {
            total += entry.Length;
            var ratio = entry.Length / Math.Max(1, entry.CompressedLength);
            var isTight = entry.Length > RatioMattersFrom && ratio > _file.Limits.MaximumCompressionRatio;
            if (isTight || total > _file.Limits.MaximumUncompressedBytes)
            {
                return entry.FullName;
            }
        }

        return null;
    }
}
