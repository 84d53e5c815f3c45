namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// Where tier models read orders and keep their runs; only <see cref="TierRunner"/> uses it. Pages read runs through <see cref="ITierStandings"/>.
/// </summary>
public interface ITierData
{
    /// <summary>
    /// The metrics of every record of the model's form that is not in the trash, in any order, from one consistent state of
    /// the data. Orders that the model's basis leaves out are left out here.
    /// </summary>
    IAsyncEnumerable<OrderMetrics> ReadMetricsAsync(TierModel model, TierWindow window, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the run, its results, the changes against the current tiers, and the results as current tiers: all or nothing.
    /// </summary>
    /// <param name="stored">Told now and then how many results are stored.</param>
    Task<StoredTierRun> StoreAsync(TierRunRecord run, IProgress<int>? stored, CancellationToken cancellationToken);
}
