using System.Runtime.CompilerServices;
using LowCodeErp.Data.Bulk;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using TierResult = LowCodeErp.Runtime.Tiering.TierResult;

namespace LowCodeErp.Data.Tiering;

/// <summary>Tier runs over the forms' tables, kept in the platform's tables.</summary>
public sealed class TierData(WorkspaceConnections connections, IdAllocator ids, IWorkspace workspace) : ITierData
{
    private static readonly BulkTable Results = new("sys_tier_result", [
        new("run_id", BulkType.Long), new("subject_id", BulkType.Long), new("tier", BulkType.Text), new("score", BulkType.Decimal),
        new("first_date", BulkType.Date), new("last_date", BulkType.Date), new("recency_days", BulkType.Integer),
        new("orders", BulkType.Integer), new("amount", BulkType.Decimal), new("r", BulkType.Integer), new("f", BulkType.Integer),
        new("m", BulkType.Integer), new("share", BulkType.Decimal)]);

    /// <summary>A run over millions of orders takes longer than the usual half minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public async IAsyncEnumerable<OrderMetrics> ReadMetricsAsync(
        TierModel model, TierWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = new WorkspaceContextFactory(connections).On(connection, workspace.Current);
        context.Database.SetCommandTimeout(Patience);
        await foreach (var row in new MetricsQuery(context, model, window).Build().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return row.ToMetrics();
        }
    }

    public async Task<StoredTierRun> StoreAsync(TierRunRecord run, IProgress<int>? stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        // Two runs at once would each compare with the tiers from before the other.
        await connections.LockSchemaAsync(write, cancellationToken);
        await using var platform = new PlatformContextFactory(connections).Join(write);
        platform.Database.SetCommandTimeout(Patience);

        var id = await ids.NextAsync(write, IdSequence.TierRun, 1, cancellationToken);
        platform.TierRuns.Add(ToRow(id, run));
        await platform.SaveChangesAsync(cancellationToken);
        await BulkInsert.RunAsync(write, Results, run.Results.Select(result => ToRow(id, result)), stored, cancellationToken);
        var changes = await StoreChangesAsync(write, platform, id, cancellationToken);
        await TierStatements.ReplaceCurrentAsync(platform, run.Model.Key, id, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new(id, changes);
    }

    private async Task<int> StoreChangesAsync(WriteTransaction write, PlatformContext platform, long runId, CancellationToken cancellationToken)
    {
        var count = await TierStatements.CountChangesAsync(platform, runId, cancellationToken);
        if (count > 0)
        {
            var firstId = await ids.NextAsync(write, IdSequence.TierChange, count, cancellationToken);
            await TierStatements.InsertChangesAsync(platform, runId, firstId, cancellationToken);
        }

        return count;
    }

    private static TierRun ToRow(long id, TierRunRecord run) => new()
    {
        Id = id,
        Model = run.Model.Key,
        AsOf = run.Summary.Settings.AsOf,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        ActorId = run.Actor.MemberId ?? 0,
        Settings = run.Summary.Settings.ToJson(),
        Edges = run.Summary.Findings.ToJson(),
        Subjects = run.Results.Count,
    };

    private static object?[] ToRow(long runId, TierResult result) => [
        runId, result.Metrics.SubjectId, result.Tier, result.Rfm?.Total, result.Metrics.FirstDate, result.Metrics.LastDate, result.RecencyDays,
        result.Metrics.Orders, result.Amount, (int?)result.Rfm?.Recency, (int?)result.Rfm?.Frequency, (int?)result.Rfm?.Monetary, result.Share];
}
