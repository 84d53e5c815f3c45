using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Views;
using LowCodeErp.Metadata.Views;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Views;

public sealed class PersonalViewStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Views_OfTwoMembersAndForms_AreKeptApart(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new PersonalViewStore(database.Connections);
        var (first, second) = (await AddMemberAsync(database, "li"), await AddMemberAsync(database, "wang"));

        await store.ChangeAsync(first, "order", views => views with { Chosen = "my.big", Views = [View("big", "[amount] > 100")] }, Cancellation);
        await store.ChangeAsync(first, "order", views => views with { Views = [.. views.Views, View("small", null)] }, Cancellation);
        await store.ChangeAsync(second, "order", views => views with { Chosen = "" }, Cancellation);

        var kept = await store.FindAsync(first, "order", Cancellation);
        Assert.Equal("my.big", kept.Chosen);
        Assert.Equal(["big:[amount] > 100", "small:"], kept.Views.Select(view => $"{view.Key}:{view.Where}"));
        Assert.Equal("", (await store.FindAsync(second, "order", Cancellation)).Chosen);
        Assert.Empty((await store.FindAsync(second, "order", Cancellation)).Views);
        Assert.Null((await store.FindAsync(first, "customer", Cancellation)).Chosen);
    }

    [Theory]
    [EveryDatabase]
    public async Task Views_KeptInSeveralWindowsAtOnce_AreAllThere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new PersonalViewStore(database.Connections);
        var member = await AddMemberAsync(database, "li");

        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(
            () => store.ChangeAsync(member, "order", views => views with { Views = [.. views.Views, View($"v-{number}", null)] }, Cancellation), Cancellation)));

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"v-{number}"), (await store.FindAsync(member, "order", Cancellation)).Views.Select(view => view.Key).Order());
    }

    private static ViewDefinition View(string key, string? where) => new() { Key = key, Label = new(key), Where = where };

    private static async Task<long> AddMemberAsync(TestDatabase database, string name)
    {
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        var member = new Member { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name };
        context.Add(member);
        await context.SaveChangesAsync(Cancellation);
        return member.Id;
    }
}
