using LowCodeErp.Data.Providers;
using LowCodeErp.Specifications.Access;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Random roles over records whose every value betrays where it was read: nothing comes out on any way that may not (R110, R111).</summary>
public sealed class CanaryTests
{
    private static int Rounds => Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 40 : 3;

    [Theory]
    [EveryDatabase]
    public async Task EverySurface_ReadAsEveryMember_GivesNothingThatIsHiddenFromHim(DatabaseProvider provider)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), out var given) ? given : 20261122;
        var (pairs, shown, hidden) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var workspace = new CanaryWorkspace(seed + round, AccessDatabase.Ann, AccessDatabase.Bob, AccessDatabase.Fay);
            await using var database = await AccessDatabase.CreateAsync(provider, workspace.Roles);
            await workspace.FillAsync(database.Published.Rights, database.Published.Workspace, database.Published.Pipeline);
            foreach (var member in workspace.Members)
            {
                var (mine, others) = (workspace.ShownTo(member), workspace.HiddenFrom(member));
                (shown, hidden) = (shown + mine.Count, hidden + others.Count);
                var surfaces = new CanarySurfaces(workspace, database, member);
                var lists = "";
                await foreach (var (surface, text) in surfaces.ReadAsync(others))
                {
                    pairs++;
                    lists += surface == CanarySurfaces.Lists ? text : "";
                    workspace.AssertClean(member, surface, text, others);
                }

                await foreach (var (surface, expected, actual) in new CanarySideChannels(workspace, database, member).CompareAsync(others))
                {
                    pairs++;
                    workspace.AssertSame(member, surface, expected, actual);
                }

                // What hides everything would pass as well.
                Assert.All(mine, canary => Assert.Contains(canary.Text, lists, StringComparison.Ordinal));
            }
        }

        Assert.True(shown > 0 && hidden > 0);
        TestContext.Current.TestOutputHelper!.WriteLine($"LOWCODE_SEED={seed}; {pairs} pairs of member and surface, {shown} values shown, {hidden} hidden");
    }
}
