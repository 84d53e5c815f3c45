using System.Text;

namespace LowCodeErp.Metadata.Json;

/// <summary>Turns byte offsets into the line and column that an editor shows; both count from 1, columns in UTF-16 units.</summary>
internal sealed class LinePositions(ReadOnlyMemory<byte> text)
{
    private readonly Lazy<int[]> _lineStarts = new(() => FindLineStarts(text.Span));

    public (int Line, int Column) At(long offset)
    {
        var end = (int)Math.Min(offset, text.Length);
        var found = Array.BinarySearch(_lineStarts.Value, end);
        var line = found >= 0 ? found : ~found - 1;
        var start = _lineStarts.Value[line];
        return (line + 1, Encoding.UTF8.GetCharCount(text.Span[start..end]) + 1);
    }

    /// <summary>The offset of a place that the JSON parser names by zero-based line and byte within the line.</summary>
    public int OffsetOf(long line, long byteInLine)
        => (int)Math.Min(_lineStarts.Value[Math.Min(line, _lineStarts.Value.Length - 1)] + byteInLine, text.Length);

    private static int[] FindLineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n')
            {
                starts.Add(index + 1);
            }
        }

        return [.. starts];
    }
}
