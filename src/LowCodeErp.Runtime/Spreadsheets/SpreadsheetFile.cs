using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>A file on its way to a reader: its bytes, and where to say what is wrong with them.</summary>
internal sealed record SpreadsheetFile(Stream Stream, string Name, SpreadsheetLimits Limits, DiagnosticBag Diagnostics)
{
    public FileSignature Signature
    {
        get
        {
            Span<byte> start = stackalloc byte[8];
            Stream.Position = 0;
            var length = Stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            Stream.Position = 0;
            return start[..length] switch
            {
                [] => FileSignature.Empty,
                [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileSignature.Zip,
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] => FileSignature.CompoundDocument,
                _ => FileSignature.Other,
            };
        }
    }

    /// <summary>Reports why the file cannot be read; always null, to be returned in place of a reader.</summary>
    public SpreadsheetReader? Refuse(Diagnostic reason)
    {
        Diagnostics.Add(reason);
        return null;
    }
}
