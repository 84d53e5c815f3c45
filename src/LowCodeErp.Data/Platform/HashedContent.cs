using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// The content of a row as it is hashed: numbers as little-endian 64-bit, texts as UTF-8 after their length (7 bits a byte), bytes as they are. Lengths keep
/// text from moving unnoticed from one column into the next. The layout is permanent.
/// </summary>
internal ref struct HashedContent
{
    /// <summary>More than the numbers, the lengths of the texts and two hashes take in any of the tables.</summary>
    private const int FixedSize = 192;

    private readonly byte[] _buffer;
    private Span<byte> _rest;

    /// <param name="characters">Of all texts together.</param>
    public HashedContent(int characters)
    {
        // An import hashes each of its rows: the buffer is borrowed instead of made.
        _buffer = ArrayPool<byte>.Shared.Rent(FixedSize + Encoding.UTF8.GetMaxByteCount(characters));
        _rest = _buffer;
    }

    public void Write(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_rest, number);
        _rest = _rest[sizeof(long)..];
    }

    public void Write(string text)
    {
        var length = (uint)Encoding.UTF8.GetByteCount(text);
        while (length > 0x7F)
        {
            _rest[0] = (byte)(length | 0x80);
            _rest = _rest[1..];
            length >>= 7;
        }

        _rest[0] = (byte)length;
        _rest = _rest[1..];
        _rest = _rest[Encoding.UTF8.GetBytes(text, _rest)..];
    }

    /// <summary>Of a fixed length, such as a hash.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_rest);
        _rest = _rest[bytes.Length..];
    }

    /// <summary>Nothing can be written afterwards.</summary>
    public readonly byte[] Hash()
    {
        var hash = SHA256.HashData(_buffer.AsSpan(0, _buffer.Length - _rest.Length));
        ArrayPool<byte>.Shared.Return(_buffer);
        return hash;
    }
}
