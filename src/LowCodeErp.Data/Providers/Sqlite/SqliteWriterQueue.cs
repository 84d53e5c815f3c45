using System.Collections.Concurrent;

namespace LowCodeErp.Data.Providers.Sqlite;

/// <summary>
/// SQLite lets one connection write at a time and makes the others poll. Within the process writers wait here instead, in
/// order, without holding a thread, and can be cancelled; the busy timeout is left for other processes.
/// </summary>
#pragma warning disable CA1001 // A queue lives as long as the process, and its semaphore holds no handle.
internal sealed class SqliteWriterQueue
#pragma warning restore CA1001
{
    private static readonly ConcurrentDictionary<string, SqliteWriterQueue> _queues = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>All who open the same file share its queue.</summary>
    public static SqliteWriterQueue Of(string file) => _queues.GetOrAdd(file, _ => new SqliteWriterQueue());

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
