using System.Runtime.CompilerServices;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Numbering;

/// <summary>
/// Ids for any table from any node, known before the rows are written. They are taken from the database in blocks, so most calls
/// touch memory only; a block half used when the process ends, or a rollback, leaves a gap. No id is ever given twice.
/// </summary>
/// <remarks>
/// A block normally comes from a short transaction of its own, which is committed before an id of it is given out. On SQLite
/// that transaction could never begin while the caller holds the only write transaction; so there the block is taken within the
/// caller's, and belongs to it alone until it is committed: were it shared before, a rollback would put the block back
/// into the table while other records bear its ids.
/// </remarks>
public sealed class IdAllocator(WorkspaceConnections connections) : IDisposable
{
    private const int BlockSize = 1_000;

    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly IdBlocks _shared = new();
    private readonly ConditionalWeakTable<WriteTransaction, IdBlocks> _uncommitted = [];
    private readonly SemaphoreSlim _refilling = new(1, 1);

    /// <summary>For callers that hold no write transaction; the others pass it, or would wait for themselves on SQLite.</summary>
    /// <returns>The first of <paramref name="count"/> consecutive ids.</returns>
    public async ValueTask<long> NextAsync(string sequence, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (_shared.TryTake(sequence, count, out var first))
        {
            return first;
        }

        await _refilling.WaitAsync(cancellationToken);
        try
        {
            return _shared.TryTake(sequence, count, out first) ? first : await RefillAsync(sequence, count, cancellationToken);
        }
        finally
        {
            _refilling.Release();
        }
    }

    /// <summary>For callers that hold a write transaction. After a rollback, but only then, the same ids may come again.</summary>
    /// <returns>The first of <paramref name="count"/> consecutive ids.</returns>
    public async ValueTask<long> NextAsync(
        WriteTransaction transaction, string sequence, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!connections.HasSingleWriter)
        {
            return await NextAsync(sequence, count, cancellationToken);
        }

        var own = _uncommitted.GetValue(transaction, StartUncommitted);
        return _shared.TryTake(sequence, count, out var first) || own.TryTake(sequence, count, out first)
            ? first
            : await TakeAsync(transaction, own, sequence, count, cancellationToken);
    }

    public void Dispose() => _refilling.Dispose();

    private IdBlocks StartUncommitted(WriteTransaction transaction)
    {
        var blocks = new IdBlocks();
        transaction.AfterCommit(() => blocks.MoveTo(_shared));
        return blocks;
    }

    private async Task<long> RefillAsync(string sequence, int count, CancellationToken cancellationToken)
    {
        await using var apart = await connections.BeginApartAsync(cancellationToken);
        var taken = new IdBlocks();
        var first = await TakeAsync(apart, taken, sequence, count, cancellationToken);
        await apart.CommitAsync(cancellationToken);
        taken.MoveTo(_shared);
        return first;
    }

    private async Task<long> TakeAsync(
        WriteTransaction transaction, IdBlocks rest, string sequence, int count, CancellationToken cancellationToken)
    {
        var size = Math.Max(count, BlockSize);
        await using var context = _contexts.Join(transaction);
        var first = await AdvanceCommand.OnIdBlockAsync(context, connections.Target.Provider, sequence, size, cancellationToken);
        rest.Add(sequence, first + count, first + size);
        return first;
    }
}
