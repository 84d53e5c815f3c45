namespace LowCodeErp.Unit.Tests.Spreadsheets;

/// <summary>A large .csv that exists nowhere: the same line again and again.</summary>
internal sealed class EndlessCsv(long length) : Stream
{
    public static int LineLength => Line.Length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    private static ReadOnlySpan<byte> Line => "C000001,\"宏远机械有限公司\",2024-01-05,1234.50,12,abcdefghijklmnopqrstuvwxyz\r\n"u8;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Min(count, length - Position);
        for (var done = 0; done < wanted;)
        {
            var rest = Line[(int)((Position + done) % Line.Length)..];
            var part = rest[..Math.Min(rest.Length, wanted - done)];
            part.CopyTo(buffer.AsSpan(offset + done));
            done += part.Length;
        }

        Position += wanted;
        return wanted;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
