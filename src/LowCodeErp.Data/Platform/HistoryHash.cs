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
    public static byte[] Of(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(entry.Id);
        writer.Write(entry.Form);
        writer.Write(entry.RecordId);
        writer.Write(entry.Version);
        writer.Write(KeyedEnum.ToKey(entry.Action));
        writer.Write(UtcConverter.Cut(entry.At).Ticks);
        writer.Write(entry.ActorId);
        writer.Write(entry.ActorName);
        writer.Write(KeyedEnum.ToKey(entry.Through));
        writer.Write(entry.Changes);
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
