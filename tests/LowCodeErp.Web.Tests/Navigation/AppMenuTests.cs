using System.Security.Claims;
using LowCodeErp.Portal.Navigation;

namespace LowCodeErp.Web.Tests.Navigation;

public sealed class AppMenuTests
{
    [Fact]
    public async Task Read_FromSeveralSources_IsInTheirOrderAndWithoutEmptyGroups()
    {
        var entry = new MenuEntry("客户", "contacts", "customers");
        var menu = new AppMenu(
        [
            new Source(2, new MenuApp("studio", "设计", "edit", [entry])),
            new Source(1, new MenuApp("crm", "客户", "groups", [entry]), new MenuApp("closed", "没有权限", "lock", [])),
        ]);

        var apps = await menu.ReadAsync(new ClaimsPrincipal(), TestContext.Current.CancellationToken);

        Assert.Equal(["crm", "studio"], apps.Select(app => app.Key));
    }

    private sealed class Source(int order, params IReadOnlyList<MenuApp> apps) : IMenuSource
    {
        public int Order => order;

        public ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
            => ValueTask.FromResult(apps);
    }
}
