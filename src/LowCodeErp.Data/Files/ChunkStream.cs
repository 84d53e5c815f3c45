using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Files;

/// <summary>Contents in the database from any place, a piece in memory at a time. No connection is held between pieces: readers may be slow.</summary>
internal sealed class ChunkStream(WorkspaceConnections connections, PlatformContextFactory contexts, string content, long size) : Stream
{
    private byte[] _bytes = [];
    private long _start;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= size || buffer.IsEmpty)
        {
            return 0;
        }

        if (Position < _start || Position >= _start + _bytes.Length)
        {
            await LoadAsync(cancellationToken);
        }

        var offset = (int)(Position - _start);
        var length = Math.Min(buffer.Length, _bytes.Length - offset);
        _bytes.AsMemory(offset, length).CopyTo(buffer);
        Position += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <exception cref="NotSupportedException">A database is not asked on a thread that waits.</exception>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Contents are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => size + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("Contents are never changed.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Contents are never changed.");

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var position = Position;
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = contexts.On(connection);
        var chunk = await context.FileChunks.AsNoTracking()
            .Where(chunk => chunk.Content == content && chunk.Start <= position).OrderByDescending(chunk => chunk.Start).FirstOrDefaultAsync(cancellationToken);
        if (chunk is null || position >= chunk.Start + chunk.Bytes.Length)
        {
            throw new EndOfStreamException($"The contents {content} end before byte {position} of {size}.");
        }

        (_start, _bytes) = (chunk.Start, chunk.Bytes);
    }
}
