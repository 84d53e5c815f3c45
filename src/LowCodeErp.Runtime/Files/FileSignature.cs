using System.Globalization;

namespace LowCodeErp.Runtime.Files;

/// <summary>The bytes by which a format is known.</summary>
internal sealed class FileSignature
{
    private readonly byte?[] _bytes;
    private readonly int _offset;

    /// <param name="pattern">In hexadecimal; <c>..</c> stands for any byte.</param>
    public FileSignature(string pattern, int offset = 0)
    {
        _offset = offset;
        _bytes = [.. pattern.Split(' ').Select(text => text == ".." ? (byte?)null : byte.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
    }

    public bool IsIn(ReadOnlySpan<byte> head)
    {
        if (head.Length < _offset + _bytes.Length)
        {
            return false;
        }

        for (var index = 0; index < _bytes.Length; index++)
        {
            if (_bytes[index] is { } expected && head[_offset + index] != expected)
            {
                return false;
            }
        }

        return true;
    }
}
