using System.Buffers;
using System.Text;

namespace LowCodeErp.Runtime.Spreadsheets.Texts;

/// <summary>
/// Finds the encoding of a text file: what its byte order mark says, else UTF-8 if all of it is valid, else GB18030, which
/// contains GB2312 and GBK. The whole file is looked at, because one Chinese name in the last line decides.
/// </summary>
internal static class TextEncoding
{
    /// <summary>Stands for bytes that cannot be decoded: a code point that no text may contain, unlike U+FFFD.</summary>
    private const char Undecodable = '\uFFFF';

    /// <summary>No text holds NUL, and hardly any other file does without. Other control characters do stray into exports.</summary>
    private static readonly SearchValues<char> Faults = SearchValues.Create([Undecodable, '\0']);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Null, with an error naming the line, when the file is not text.</summary>
    public static Encoding? Detect(SpreadsheetFile file)
    {
        Encoding[] candidates = FromByteOrderMark(file.Stream) is { } marked ? [marked] : [Encoding.UTF8, Gb18030];
        var faults = new List<Fault>();
        foreach (var candidate in candidates)
        {
            if (FindFault(file.Stream, candidate) is not { } fault)
            {
                return candidate;
            }

            faults.Add(fault);
        }

        var worst = faults.MaxBy(fault => fault.Line);
        file.Diagnostics.Add(faults.Exists(fault => fault.IsBinary)
            ? SpreadsheetDiagnostics.NotASpreadsheet(file.Name, faults.First(fault => fault.IsBinary).Line)
            : SpreadsheetDiagnostics.WrongEncoding(file.Name, worst.Line));
        return null;
    }

    private static Encoding? FromByteOrderMark(Stream stream)
    {
        Span<byte> start = stackalloc byte[3];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..length] switch
        {
            [0xEF, 0xBB, 0xBF] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static Fault? FindFault(Stream stream, Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback(Undecodable.ToString());
        var decoder = marking.GetDecoder();
        var bytes = new byte[64 * 1024];
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        var line = 1;
        stream.Position = 0;
        for (var length = -1; length != 0;)
        {
            length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var text = characters.AsSpan(0, decoder.GetChars(bytes, 0, length, characters, 0, flush: length == 0));
            var index = text.IndexOfAny(Faults);
            if (index >= 0)
            {
                return new Fault(line + text[..index].Count('\n'), text[index] != Undecodable);
            }

            line += text.Count('\n');
        }

        return null;
    }

    private readonly record struct Fault(int Line, bool IsBinary);
}
