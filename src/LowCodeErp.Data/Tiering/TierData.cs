using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using TierResult = LowCodeErp.Runtime.Tiering.TierResult;

namespace LowCodeErp.Data.Tiering;

/// <summary>Tier runs over the forms' tables, kept in the platform's tables.</summary>
public sealed class TierData(WorkspaceConnections connections, IdAllocator ids, IWorkspace workspace) : ITierData
{
    /// <summary>How many results are written between two reports of progress.</summary>
    private const int ReportEvery = 5000;

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
        // Two runs at once would each compare with the tiers from before the other.
        await using var write = await connections.BeginSchemaChangeAsync(cancellationToken);
        await using var platform = new PlatformContextFactory(connections).Join(write);
        platform.Database.SetCommandTimeout(Patience);

        var id = await ids.NextAsync(write, IdSequence.TierRun, 1, cancellationToken);
        platform.TierRuns.Add(ToRow(id, run));
        await platform.SaveChangesAsync(cancellationToken);
        await StoreResultsAsync(write, platform, id, run.Results, stored, cancellationToken);
        var changes = await StoreChangesAsync(write, platform, id, cancellationToken);
        await TierStatements.ReplaceCurrentAsync(platform, run.Model.Key, id, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new(id, changes);
    }

    private async Task StoreResultsAsync(
        WriteTransaction write, PlatformContext platform, long runId, IReadOnlyList<TierResult> results, IProgress<int>? stored, CancellationToken cancellationToken)
    {
        var sql = platform.GetService<ISqlGenerationHelper>();
        var session = new StoreSession(write, RecordDialect.For(connections.Target.Provider), sql);
        await using var insert = new TableInsert<Platform.TierResult>(session, PlatformTable.Describe<Platform.TierResult>(platform.Model, sql));
        var count = 0;
        foreach (var portion in results.Chunk(ReportEvery))
        {
            await insert.WriteAsync([.. portion.Select(result => ToRow(runId, result))], cancellationToken);
            stored?.Report(count += portion.Length);
        }
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

    private static Platform.TierResult ToRow(long runId, TierResult result) => new()
    {
        RunId = runId,
        SubjectId = result.Metrics.SubjectId,
        Tier = result.Tier,
        Score = result.Rfm?.Total,
        FirstDate = result.Metrics.FirstDate,
        LastDate = result.Metrics.LastDate,
        RecencyDays = result.RecencyDays,
        Orders = result.Metrics.Orders,
        Amount = result.Amount,
        R = result.Rfm?.Recency,
        F = result.Rfm?.Frequency,
        M = result.Rfm?.Monetary,
        Share = result.Share,
    };
}
