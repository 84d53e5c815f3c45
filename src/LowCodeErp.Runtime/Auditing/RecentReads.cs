using System.Collections.Concurrent;

namespace LowCodeErp.Runtime.Auditing;

/// <summary>Which reads were written down in the last five minutes, so that turning pages or coming back does not flood the log. Each node has its own.</summary>
internal sealed class RecentReads(TimeProvider clock)
{
    private const int CleansAbove = 10_000;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ReadKey, (DateTimeOffset At, Lazy<Task> Writing)> _reads = [];

    /// <summary>Who asks the same while the first is still being written waits for that.</summary>
    public async Task OnceAsync(ReadKey key, Func<Task> write)
    {
        var now = clock.GetUtcNow();
        var own = (At: now, Writing: new Lazy<Task>(write));
        var (_, writing) = _reads.AddOrUpdate(key, own, (_, earlier) => now - earlier.At < Lasts ? earlier : own);
        try
        {
            await writing.Value;
        }
        catch
        {
            // It is not written down: the next to ask has to try again.
            _reads.TryRemove(key, out _);
            throw;
        }

        Clean(now);
    }

    private void Clean(DateTimeOffset now)
    {
        if (_reads.Count > CleansAbove)
        {
            foreach (var (key, _) in _reads.Where(read => now - read.Value.At >= Lasts))
            {
                _reads.TryRemove(key, out _);
            }
        }
    }

    public readonly record struct ReadKey(long MemberId, long? SeenBy, AuditKind Kind, string Form, long RecordId, string Query);
}
