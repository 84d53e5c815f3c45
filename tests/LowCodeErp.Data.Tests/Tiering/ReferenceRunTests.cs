using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Specifications.ReferenceData;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Tiering;

public sealed class ReferenceRunTests
{
    [Theory]
    [EveryDatabase]
    public Task Run_SuperstoreByLine_EqualsTheReferenceInEveryRow(DatabaseProvider provider) => RunAllAsync(provider, "superstore", SalesApp.ByLine);

    [Theory]
    [EveryDatabase]
    public Task Run_CdnowByOrder_EqualsTheReferenceInEveryRow(DatabaseProvider provider) => RunAllAsync(provider, "cdnow", SalesApp.ByOrder);

    private static async Task RunAllAsync(DatabaseProvider provider, string name, TierSourceDefinition source)
    {
        var set = ReferenceSet.Read(name);
        TierModelDefinition[] models = [
            SalesApp.Rfm(TieRule.Quantile, source), SalesApp.Rfm(TieRule.RRule, source), SalesApp.Rfm(TieRule.Ntile, source),
            SalesApp.Abc(BoundaryRule.Incl, source), SalesApp.Abc(BoundaryRule.Cross, source)];
        await using var sales = await SalesDatabase.CreateAsync(provider, SalesApp.Compile(models));
        await sales.AddAsync(set);

        var results = new List<IReadOnlyList<Runtime.Tiering.TierResult>>();
        foreach (var model in models)
        {
            results.Add((await sales.RunAsync(model.Key, set.AsOf, isDryRun: true)).Results);
        }

        ReferenceComparison.AssertScoresEqual(set, results[0], "_q");
        ReferenceComparison.AssertScoresEqual(set, results[1], "_r");
        ReferenceComparison.AssertScoresEqual(set, results[2], "_n");
        ReferenceComparison.AssertTiersEqual(set, results[3], "abc_incl");
        ReferenceComparison.AssertTiersEqual(set, results[4], "abc_cross");
    }
}
