using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tiering;

/// <summary>
/// What EF has no words for: rows made from rows, within the database. Plain SQL that means the same everywhere.
/// </summary>
internal static class TierStatements
{
    public static Task<int> CountChangesAsync(PlatformContext platform, long runId, CancellationToken cancellationToken)
        => (from result in platform.TierResults
            join run in platform.TierRuns on result.RunId equals run.Id
            join other in platform.CurrentTiers on new { run.Model, result.SubjectId } equals new { other.Model, other.SubjectId } into others
            from current in others.DefaultIfEmpty()
            where result.RunId == runId && (current == null || current.Tier != result.Tier)
            select result).CountAsync(cancellationToken);

    public static Task<int> InsertChangesAsync(PlatformContext platform, long runId, long firstId, CancellationToken cancellationToken)
        => platform.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sys_tier_change (id, model, subject_id, run_id, at, from_tier, to_tier)
            SELECT {firstId} - 1 + ROW_NUMBER() OVER (ORDER BY result.subject_id), run.model, result.subject_id, run.id, run.finished_at,
                other.tier, result.tier
            FROM sys_tier_run AS run
            INNER JOIN sys_tier_result AS result ON result.run_id = run.id
            LEFT JOIN sys_tier_current AS other ON other.model = run.model AND other.subject_id = result.subject_id
            WHERE run.id = {runId} AND (other.tier IS NULL OR other.tier <> result.tier)
            """, cancellationToken);

    public static async Task ReplaceCurrentAsync(PlatformContext platform, string model, long runId, CancellationToken cancellationToken)
    {
        await platform.CurrentTiers.Where(current => current.Model == model).ExecuteDeleteAsync(cancellationToken);
        await platform.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sys_tier_current (model, subject_id, run_id, tier)
            SELECT {model}, subject_id, run_id, tier FROM sys_tier_result WHERE run_id = {runId}
            """, cancellationToken);
    }
}
