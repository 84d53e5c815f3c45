using System.Text;

namespace LowCodeErp.Runtime.Spreadsheets.Texts;

/// <summary>A text file whose encoding is known, with a sample of its start to tell what the text is.</summary>
internal sealed class TextSource
{
    private const int SampleLength = 64 * 1024;

    private static readonly string[] Tags = ["<?xml", "<html", "<table", "<!doctype", "<meta"];

    public TextSource(SpreadsheetFile file, Encoding encoding)
    {
        File = file;
        Encoding = encoding;
        using var reader = OpenReader();
        var buffer = new char[SampleLength];
        Sample = new string(buffer, 0, reader.ReadBlock(buffer));
    }

    public SpreadsheetFile File { get; }

    public Encoding Encoding { get; }

    /// <summary>The first characters, without a byte order mark.</summary>
    public string Sample { get; }

    /// <summary>Many old systems export "Excel" files that are HTML pages.</summary>
    public bool LooksLikeMarkup
        => Sample.AsSpan().TrimStart().StartsWith('<')
            && Array.Exists(Tags, tag => Sample.Contains(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>From the start; closing the reader leaves the stream open.</summary>
    public StreamReader OpenReader()
    {
        File.Stream.Position = 0;
        return new StreamReader(File.Stream, Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }
}
