using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LowCodeErp.Data.Platform.Mapping;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// SHA-256 over an entry's own content: the numbers as little-endian 64-bit, the texts as UTF-8 after their length (7 bits a
/// byte), in the order of the columns. Lengths keep text from moving unnoticed from one column into the next. The layout is permanent.
/// </summary>
public static class HistoryHash
{
    /// <summary>More than the five numbers and the lengths of the five texts take.</summary>
    private const int FixedSize = 80;

    public static byte[] Of(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (action, through) = (KeyedEnum.ToKey(entry.Action), KeyedEnum.ToKey(entry.Through));
        var characters = entry.Form.Length + action.Length + entry.ActorName.Length + through.Length + entry.Changes.Length;
        // An import hashes each of its rows: the buffer is borrowed instead of made.
        var buffer = ArrayPool<byte>.Shared.Rent(FixedSize + Encoding.UTF8.GetMaxByteCount(characters));
        var rest = buffer.AsSpan();
        Write(ref rest, entry.Id);
        Write(ref rest, entry.Form);
        Write(ref rest, entry.RecordId);
        Write(ref rest, entry.Version);
        Write(ref rest, action);
        Write(ref rest, UtcConverter.Cut(entry.At).Ticks);
        Write(ref rest, entry.ActorId);
        Write(ref rest, entry.ActorName);
        Write(ref rest, through);
        Write(ref rest, entry.Changes);
        var hash = SHA256.HashData(buffer.AsSpan(0, buffer.Length - rest.Length));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }

    private static void Write(ref Span<byte> rest, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(rest, number);
        rest = rest[sizeof(long)..];
    }

    private static void Write(ref Span<byte> rest, string text)
    {
        var length = (uint)Encoding.UTF8.GetByteCount(text);
        while (length > 0x7F)
        {
            rest[0] = (byte)(length | 0x80);
            rest = rest[1..];
            length >>= 7;
        }

        rest[0] = (byte)length;
        rest = rest[1..];
        rest = rest[Encoding.UTF8.GetBytes(text, rest)..];
    }
}
