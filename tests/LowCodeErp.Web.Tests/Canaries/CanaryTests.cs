using LowCodeErp.Data.Platform;
using LowCodeErp.Specifications.Access;

namespace LowCodeErp.Web.Tests.Canaries;

/// <summary>
/// Random roles over records whose every value betrays where it was read: every address of the program, as an answer and as a page with its circuit, is read as every member, and
/// nothing comes out that may not (R110, R111).
/// </summary>
public sealed class CanaryTests
{
    private static int Rounds => Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 20 : 2;

    [Fact]
    public async Task EveryAddress_ReadAsEveryMember_GivesNothingThatIsHiddenFromHim()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), out var given) ? given : 20261122;
        var pairs = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var host = await CanaryHost.StartAsync(seed + round);
            foreach (var member in host.Members)
            {
                pairs += await ReadAsync(host, member);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"LOWCODE_SEED={seed}; {pairs} pairs of member and surface over HTTP and in circuits");
    }

    private static async Task<int> ReadAsync(CanaryHost host, Member member)
    {
        var (addresses, reader, workspace) = (new CanaryAddresses(host), new CanaryReader(host, member), host.Workspace);
        var (hidden, missed) = (workspace.HiddenFrom(member.Id), workspace.ShownTo(member.Id).Where(canary => canary.Record.Id != host.Deleted).ToHashSet());
        var pairs = 0;
        await reader.SignInAsync();
        foreach (var (address, isPage) in addresses.All)
        {
            Check(address, await reader.RequestAsync(address));
            if (isPage)
            {
                Check($"circuit of {address}", await reader.DrawAsync(address));
            }
        }

        foreach (var (form, choice) in addresses.Choices)
        {
            Check($"{form}.csv?{choice}", await reader.RequestAsync($"/api/export/{form}.csv?{choice}"));
            Check($"list {form}?{choice}", await reader.DrawAsync($"/forms/{form}?{choice}"));
        }

        foreach (var canary in hidden)
        {
            foreach (var (form, question) in addresses.Ask(canary))
            {
                Check($"{form}.csv?{question}", CanaryReader.HasRows(await reader.RequestAsync($"/api/export/{form}.csv?{question}")) ? canary.Text : "");
                Check($"list {form}?{question}", CanaryReader.ShowsRecords(await reader.DrawAsync($"/forms/{form}?{question}"), form) ? canary.Text : "");
            }
        }

        pairs += await CompareWithMissingAsync(host, member, reader);
        // What hides everything would pass as well.
        Assert.True(missed.Count == 0, $"seed {workspace.Seed}, member {member.Id} was not shown {string.Join(", ", missed.Select(canary => $"{canary.Record.Form}.{canary.Field} {canary.Text}"))}");
        return pairs;

        void Check(string surface, string text)
        {
            pairs++;
            workspace.AssertClean(member.Id, surface, text, hidden);
            missed.RemoveWhere(canary => text.Contains(canary.Text, StringComparison.Ordinal));
        }
    }

    /// <summary>A record that the member may not see is to him as one that is not there.</summary>
    private static async Task<int> CompareWithMissingAsync(CanaryHost host, Member member, CanaryReader reader)
    {
        var pairs = 0;
        foreach (var record in host.Workspace.Records.Where(record => !host.Workspace.Sees(member.Id, record)))
        {
            foreach (var ending in new[] { "", "/print" })
            {
                await CompareAsync(reader.DrawAsync, $"/forms/{record.Form}/", record.Id, ending);
                await CompareAsync(reader.RequestAsync, $"/forms/{record.Form}/", record.Id, ending);
            }

            await CompareAsync(reader.DrawAsync, $"/forms/{record.Form}/trash/", record.Id, "");
        }

        foreach (var file in host.Files.Where((_, place) => !host.Workspace.Sees(member.Id, host.Workspace.Records.Where(record => record.Form == "customer").ElementAt(place))))
        {
            await CompareAsync(reader.RequestAsync, "/files/", file, "");
        }

        return pairs;

        async Task CompareAsync(Func<string, Task<string>> read, string address, long id, string ending)
        {
            pairs++;
            Assert.Equal(
                CanaryReader.Neutral(await read($"{address}{CanaryAddresses.Missing}{ending}"), CanaryAddresses.Missing), CanaryReader.Neutral(await read($"{address}{id}{ending}"), id));
        }
    }
}
