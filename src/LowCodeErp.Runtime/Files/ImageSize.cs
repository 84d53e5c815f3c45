using System.Buffers.Binary;

namespace LowCodeErp.Runtime.Files;

/// <summary>How large a picture is, read from its header; nothing is decoded.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    /// <summary>Null when the header is damaged, or no picture that is shown.</summary>
    public static ImageSize? Read(FileFormat format, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(format);
        var size = format == FileFormats.Png ? ReadPng(head)
            : format == FileFormats.Gif ? ReadGif(head)
            : format == FileFormats.WebP ? ReadWebP(head)
            : format == FileFormats.Jpeg ? ReadJpeg(head)
            : null;
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static ImageSize? ReadPng(ReadOnlySpan<byte> head) => head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8)
        ? new(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
        : null;

    private static ImageSize? ReadGif(ReadOnlySpan<byte> head) => head.Length >= 10
        ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
        : null;

    private static ImageSize? ReadWebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return null;
        }

        var chunk = head[12..16];
        if (chunk.SequenceEqual("VP8 "u8))
        {
            return head[23..26] is [0x9D, 0x01, 0x2A]
                ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
                : null;
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return head[20] == 0x2F ? new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : null;
        }

        return chunk.SequenceEqual("VP8X"u8) ? new(ReadThreeBytes(head[24..]) + 1, ReadThreeBytes(head[27..]) + 1) : null;
    }

    private static int ReadThreeBytes(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    /// <summary>From segment to segment until the one that begins a frame; what a camera puts before it is stepped over.</summary>
    private static ImageSize? ReadJpeg(ReadOnlySpan<byte> head)
    {
        var at = 2;
        while (at + 9 <= head.Length && head[at] == 0xFF)
        {
            var marker = head[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            // Filling before a marker counts as a segment of one byte.
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return null;
    }
}
