using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Files;

/// <summary>Writes piece by piece, each in a transaction of its own: whoever sends slowly keeps nobody from saving.</summary>
internal sealed class ChunkWriter(WorkspaceConnections connections, PlatformContextFactory contexts, string content) : IContentWriter
{
    public const int ChunkSize = 256 * 1024;

    private long _written;

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = contexts.Join(write);
        context.Add(new FileChunk { Content = content, Start = _written, Bytes = bytes.ToArray() });
        await context.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        _written += bytes.Length;
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
