namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>
/// Takes what the archive writes and holds it until it can be sent on asynchronously: archives write synchronously when a part
/// ends, which a web response forbids.
/// </summary>
internal sealed class PendingOutput(Stream output) : Stream
{
    private const int SendAt = 64 * 1024;

    private readonly MemoryStream _pending = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public bool IsFull => _pending.Length >= SendAt;

    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    /// <summary>Nothing to do: what is pending goes out with <see cref="SendAsync"/>.</summary>
    public override void Flush()
    {
    }

    public async Task SendAsync(CancellationToken cancellation)
    {
        await output.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), cancellation);
        _pending.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
