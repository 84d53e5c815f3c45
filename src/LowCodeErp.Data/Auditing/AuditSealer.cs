using System.Data.Common;
using System.Security.Cryptography;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Auditing;

/// <summary>
/// Seals what the logs have got since the last time (decision 0038). A seal holds a range of ids without a gap, so nothing can ever be added to it;
/// a row that is committed late lies in a gap between seals and gets one of its own. So nobody waits: writers know nothing of it, and it reads what is there.
/// </summary>
public sealed class AuditSealer(WorkspaceConnections connections, TimeProvider clock) : IDisposable
{
    /// <summary>A gap further back is looked into less often: hardly anything is committed so late.</summary>
    private const int RecentGaps = 50;

    private static readonly SealedLog[] _logs = [SealedLog.History, SealedLog.Audit];

    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly RecordDialect _dialect = RecordDialect.For(connections.Target.Provider);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<SealedLog, SealedRanges> _sealed = _logs.ToDictionary(log => log, _ => new SealedRanges());
    private long _lastNumber;
    private byte[] _lastHash = Seal.Beginning;
    private DateTime _lastSealedAt;

    /// <param name="isThorough">Whether every gap is looked into, not the latest alone.</param>
    /// <returns>How many rows were sealed; none when another node was faster.</returns>
    public async Task<long> RunAsync(bool isThorough, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var runs = await FindAsync(isThorough ? int.MaxValue - 1 : RecentGaps, cancellationToken);
            var isStored = runs.Count > 0 && await StoreAsync(runs, cancellationToken);
            return isStored ? runs.Sum(run => run.Count) : 0;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<List<SealedRun>> FindAsync(int mostGaps, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        context.Database.SetCommandTimeout(TimeSpan.Zero);
        await CatchUpAsync(connection, cancellationToken);
        var runs = new List<SealedRun>();
        foreach (var log in _logs)
        {
            foreach (var (after, before) in _sealed[log].GetGaps(mostGaps))
            {
                await FindAsync(log, RowsOf(context, log).Where(row => row.Id > after && row.Id < before), runs, cancellationToken);
            }
        }

        return runs;
    }

    /// <summary>Learns of the seals that were made since, by this node or another.</summary>
    private async Task CatchUpAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var since = FormattableString.Invariant($"WHERE number > {_lastNumber} ORDER BY number");
        await foreach (var seal in LogTable.Seals.ReadAsync(connection, since, cancellationToken))
        {
            // A seal of no log, which somebody has spoilt, must not keep what follows from being sealed.
            foreach (var log in _logs.Where(log => LogTable.KeyOf(log) == seal.Log))
            {
                _sealed[log].Add(seal.FromId, seal.ToId);
            }

            (_lastNumber, _lastHash) = (seal.Number, seal.Hash);
            _lastSealedAt = DateTime.SpecifyKind(seal.SealedAt, DateTimeKind.Utc);
        }
    }

    private static async Task FindAsync(SealedLog log, IQueryable<SealableRow> rows, List<SealedRun> runs, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (from, next) = (0L, 0L);
        await foreach (var row in rows.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Id != next || next - from >= SealedRun.MostRows)
            {
                Close();
                from = row.Id;
            }

            hash.AppendData(row.Hash);
            next = row.Id + 1;
        }

        Close();

        void Close()
        {
            if (next > from)
            {
                runs.Add(new(log, from, next - 1, hash.GetHashAndReset()));
            }
        }
    }

    private static IQueryable<SealableRow> RowsOf(PlatformContext context, SealedLog log) => log == SealedLog.History
        ? context.History.Select(entry => new SealableRow { Id = entry.Id, Hash = entry.Hash })
        : context.Audit.Select(row => new SealableRow { Id = row.Id, Hash = row.Hash });

    /// <summary>All in one transaction, so that a time of sealing stands for all that was there to be sealed.</summary>
    private async Task<bool> StoreAsync(IEnumerable<SealedRun> runs, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if ((await context.Seals.MaxAsync(seal => (long?)seal.Number, cancellationToken) ?? 0) != _lastNumber)
        {
            // Another node has sealed meanwhile; the next time finds what it has left.
            return false;
        }

        context.AddRange(ToSeals(runs));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (_dialect.IsDuplicate(exception))
        {
            // Another node has taken the number in this very moment.
            return false;
        }

        await write.CommitAsync(cancellationToken);
        return true;
    }

    private List<Seal> ToSeals(IEnumerable<SealedRun> runs)
    {
        var seals = new List<Seal>();
        var (number, previous) = (_lastNumber, _lastHash);
        var now = clock.GetUtcNow().UtcDateTime;
        var sealedAt = now > _lastSealedAt ? now : _lastSealedAt.AddMicroseconds(1);
        foreach (var run in runs)
        {
            var seal = new Seal
            {
                Number = ++number, Log = run.Log, FromId = run.FromId, ToId = run.ToId, Count = run.Count,
                SealedAt = sealedAt, RowsHash = run.Hash, PreviousHash = previous,
            }.Close();
            seals.Add(seal);
            previous = seal.Hash;
        }

        return seals;
    }
}
