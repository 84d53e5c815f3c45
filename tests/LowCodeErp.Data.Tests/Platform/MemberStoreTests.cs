using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Data.Tests.Platform;

/// <summary>The tables carry ASP.NET Core Identity's own store.</summary>
public sealed class MemberStoreTests
{
    private const string Password = "Str0ng-enough";

    [Theory]
    [EveryDatabase]
    public async Task UserManager_CreatedMember_IsFoundAndItsPasswordChecked(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var services = Compose(database.Connections);

        await InScopeAsync(services, async members =>
        {
            var member = new Member { UserName = "zhang.san", DisplayName = "张三", IsAdministrator = true };
            Assert.True((await members.CreateAsync(member, Password)).Succeeded);
            Assert.True((await members.SetLockoutEndDateAsync(member, TimeProvider.System.GetUtcNow().AddDays(1))).Succeeded);
        });

        await InScopeAsync(services, async members =>
        {
            var member = await members.FindByNameAsync("ZHANG.SAN");
            Assert.Equal(("张三", true, true, "zh-CN"), (member?.DisplayName, member?.IsAdministrator, member?.IsActive, member?.Culture));
            Assert.True(await members.CheckPasswordAsync(member!, Password));
            Assert.True(await members.IsLockedOutAsync(member!));
        });
    }

    [Theory]
    [EveryDatabase]
    public async Task SaveChanges_NotAwaited_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();

        Assert.Throws<NotSupportedException>(() => context.SaveChanges());
    }

    [Fact]
    public async Task UserManager_WriterIsAtWork_WaitsInTheQueueInsteadOfBlocking()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
        await using var services = Compose(database.Connections);
        var write = await database.Connections.BeginWriteAsync(TestContext.Current.CancellationToken);

        var creating = InScopeAsync(services, members => members.CreateAsync(new Member { UserName = "li.si" }, Password));

        Assert.False(creating.IsCompleted, "A call that blocked its thread would never have come back here.");
        await write.DisposeAsync();
        await creating;
    }

    private static ServiceProvider Compose(WorkspaceConnections connections)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddScoped(_ => new PlatformContextFactory(connections).CreateDbContext());
        services.AddIdentityCore<Member>().AddEntityFrameworkStores<PlatformContext>();
        return services.BuildServiceProvider();
    }

    private static async Task InScopeAsync(ServiceProvider services, Func<UserManager<Member>, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<UserManager<Member>>());
    }
}
