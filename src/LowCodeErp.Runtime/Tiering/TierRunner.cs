using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Access;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>Runs a tier model: reads the metrics once, scores in memory, stores everything in one transaction.</summary>
public sealed class TierRunner(ITierData data, IAccess access, TimeProvider clock)
{
    private const int ReportEvery = 1000;

    /// <summary>Works on a thread of its own: scoring takes a while, and SQLite never really waits, so a page would freeze.</summary>
    /// <param name="progress">Called on any thread.</param>
    /// <returns>Null, and why, for whoever may not run it.</returns>
    public async Task<TierRunResult?> RunAsync(
        TierModel model, TierRunOptions options, DiagnosticBag diagnostics, IProgress<TierProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!model.MayBeRunBy(await access.OfAsync(options.Actor, cancellationToken)))
        {
            diagnostics.Add(TierDiagnostics.NotAllowed(model.Label, options.Actor.Name));
            return null;
        }

        return await Task.Run(() => RunHereAsync(model, options, progress, cancellationToken), cancellationToken);
    }

    private async Task<TierRunResult> RunHereAsync(
        TierModel model, TierRunOptions options, IProgress<TierProgress>? progress, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow().UtcDateTime;
        var window = TierWindow.Of(model.WindowMonths, options.AsOf);
        var metrics = await ReadAsync(model, window, progress, cancellationToken);

        progress?.Report(new(TierStage.Scoring, 0, metrics.Count));
        var scores = TierScoring.Score(model, options.AsOf, metrics);
        var summary = new TierSummary(TierSettings.Of(model, window), TierFindings.Of(model, scores));
        var finishedAt = clock.GetUtcNow().UtcDateTime;

        var run = new TierRunRecord(model, summary, scores.Results, options.Actor, startedAt, finishedAt);
        var stored = options.DryRun ? null : await StoreAsync(run, progress, cancellationToken);
        progress?.Report(new(TierStage.Finished, metrics.Count, metrics.Count));
        return new(stored, summary, scores.Results);
    }

    private async Task<List<OrderMetrics>> ReadAsync(
        TierModel model, TierWindow window, IProgress<TierProgress>? progress, CancellationToken cancellationToken)
    {
        var metrics = new List<OrderMetrics>();
        progress?.Report(new(TierStage.Reading, 0, null));
        await foreach (var item in data.ReadMetricsAsync(model, window, cancellationToken))
        {
            metrics.Add(item);
            if (metrics.Count % ReportEvery == 0)
            {
                progress?.Report(new(TierStage.Reading, metrics.Count, null));
            }
        }

        return metrics;
    }

    private Task<StoredTierRun> StoreAsync(TierRunRecord run, IProgress<TierProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new(TierStage.Storing, 0, run.Results.Count));
        return data.StoreAsync(run, progress is null ? null : new StoringProgress(progress, run.Results.Count), cancellationToken);
    }

    /// <summary>Passes on at once; <see cref="Progress{T}"/> would hop to another thread and could overtake the end.</summary>
    private sealed class StoringProgress(IProgress<TierProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new(TierStage.Storing, value, total));
    }
}
