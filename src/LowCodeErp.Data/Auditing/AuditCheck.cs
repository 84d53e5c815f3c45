using System.Data.Common;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Auditing;

/// <summary>
/// Finds what was changed, deleted or added in the history, the audit log and their seals: each row's hash, each seal and the chain are computed anew
/// (decision 0038). It reads everything once, in order, with as much memory for a million rows as for ten, and may run while people work.
/// </summary>
public sealed class AuditCheck(WorkspaceConnections connections)
{
    private const int RowsPerReport = 5_000;

    /// <param name="expected">The hash of a seal that was noted outside; it must be there.</param>
    public async Task<AuditVerdict> RunAsync(string? expected = null, IProgress<AuditProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var findings = new AuditFindings();
        var chain = new SealChain(findings, expected);
        await using var seals = await connections.OpenReadAsync(cancellationToken);
        await using var rows = await connections.OpenReadAsync(cancellationToken);
        await foreach (var seal in LogTable.Seals.ReadAsync(seals, "ORDER BY number", cancellationToken))
        {
            chain.Follow(seal);
        }

        chain.End();
        var total = progress is null ? 0 : await CountAsync(rows, SealedLog.History, cancellationToken) + await CountAsync(rows, SealedLog.Audit, cancellationToken);
        var (done, unsealed) = (0L, 0L);
        foreach (var log in Enum.GetValues<SealedLog>())
        {
            using var comparison = new SealComparison(log, chain, findings);
            await foreach (var _ in CompareAsync(log, chain.LastNumber, seals, rows, comparison, cancellationToken))
            {
                done++;
                if (done % RowsPerReport == 0)
                {
                    progress?.Report(new(done, total));
                }
            }

            unsealed += comparison.Unsealed;
        }

        return new(findings.Listed, findings.Count, done, unsealed, chain.LastNumber, chain.LastHash);
    }

    /// <summary>The seals are asked for before the rows: whatever they hold is there by then. Those made since are left to the next check.</summary>
    private static async IAsyncEnumerable<LoggedRow> CompareAsync(
        SealedLog log, long lastSeal, DbConnection seals, DbConnection rows, SealComparison comparison,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ofLog = FormattableString.Invariant($"WHERE log = '{LogTable.KeyOf(log)}' AND number <= {lastSeal} ORDER BY from_id");
        await using var next = LogTable.Seals.ReadAsync(seals, ofLog, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var hasSeal = await BeginAsync(next, comparison);
        await foreach (var row in LogTable.Of(log).ReadAsync(rows, "ORDER BY id", cancellationToken))
        {
            while (hasSeal && comparison.IsBeyond(row.Id))
            {
                comparison.End();
                hasSeal = await BeginAsync(next, comparison);
            }

            comparison.Compare(row);
            yield return row;
        }

        while (hasSeal)
        {
            comparison.End();
            hasSeal = await BeginAsync(next, comparison);
        }
    }

    private static async Task<bool> BeginAsync(IAsyncEnumerator<StoredSeal> seals, SealComparison comparison)
    {
        if (!await seals.MoveNextAsync())
        {
            return false;
        }

        comparison.Begin(seals.Current);
        return true;
    }

    private static async Task<long> CountAsync(DbConnection connection, SealedLog log, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {LogTable.Of(log).Name}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
