using System.Data.Common;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using TierResult = LowCodeErp.Runtime.Tiering.TierResult;
using TierResultRow = LowCodeErp.Data.Platform.TierResult;

namespace LowCodeErp.Data.Tiering;

/// <summary>Stored runs, read from the platform's tables.</summary>
public sealed class TierRuns(WorkspaceConnections connections, IWorkspace workspace) : ITierRuns
{
    public async Task<TierRunInfo?> FindLatestAsync(string model, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var platform = new PlatformContextFactory(connections).On(connection);
        var runs = platform.TierRuns.AsNoTracking().Where(row => row.Model == model).OrderByDescending(row => row.Id);
        var run = await runs.FirstOrDefaultAsync(cancellationToken);
        return run is null ? null : new(run.Id, ToSummary(run), run.FinishedAt ?? run.StartedAt, run.Subjects);
    }

    public async Task<StoredTierResult?> FindAsync(string model, long subjectId, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var platform = new PlatformContextFactory(connections).On(connection);
        var found = await (
            from current in platform.CurrentTiers
            join result in platform.TierResults on new { current.RunId, current.SubjectId } equals new { result.RunId, result.SubjectId }
            join run in platform.TierRuns on current.RunId equals run.Id
            where current.Model == model && current.SubjectId == subjectId
            select new { run, result }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var summary = ToSummary(found.run);
        return new(summary, ToResult(found.result, "", "", summary.Settings.Scale));
    }

    public async Task<TierResultPage> ReadPageAsync(
        TierModel model, long runId, string? tier, int skip, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var platform = new PlatformContextFactory(connections).On(connection);
        var rows = platform.TierResults.AsNoTracking().Where(row => row.RunId == runId && (tier == null || row.Tier == tier));
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderByDescending(row => row.Amount).ThenBy(row => row.SubjectId).Skip(skip).Take(take).ToListAsync(cancellationToken);

        var names = await ReadNamesAsync(connection, model.Form, [.. page.Select(row => row.SubjectId)], cancellationToken);
        return new([.. page.Select(row => ToResult(row, NameOf(row.SubjectId), model.Source.Scale))], total);

        SubjectName NameOf(long id) => names.GetValueOrDefault(id) ?? SubjectName.OfLost(id);
    }

    private async Task<Dictionary<long, SubjectName>> ReadNamesAsync(
        DbConnection connection, FormModel form, long[] ids, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<WorkspaceContext>();
        connections.Configure(options, connection);
        await using var context = new WorkspaceContext(options.Options, workspace.Current);
        var rows = context.Rows(form.Key).Where(row => ids.Contains(EF.Property<long>(row, SystemColumns.Id)));
        return await SubjectName.Of(form, rows).ToDictionaryAsync(name => name.Id, cancellationToken);
    }

    private static TierSummary ToSummary(TierRun run) => new(TierSettings.FromJson(run.Settings), TierFindings.FromJson(run.Edges));

    private static TierResult ToResult(TierResultRow row, SubjectName name, int scale)
        => ToResult(row, name.CodeOrId, name.TitleOrId, scale);

    private static TierResult ToResult(TierResultRow row, string code, string title, int scale)
    {
        var metrics = new OrderMetrics(row.SubjectId, code, title, row.Orders, row.FirstDate, row.LastDate, TierMetric.ToUnits(row.Amount, scale));
        RfmScores? scores = row is { R: { } recency, F: { } frequency, M: { } monetary, Score: { } total }
            ? new((byte)recency, (byte)frequency, (byte)monetary, total)
            : null;
        return new(metrics, TierMetric.ToDecimal(metrics.Total, scale), row.RecencyDays, scores, row.Share, row.Tier);
    }
}
