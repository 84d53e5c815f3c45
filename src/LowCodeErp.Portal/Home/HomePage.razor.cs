using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LowCodeErp.Portal.Home;

public sealed partial class HomePage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<MenuApp>? _apps;
    private string _name = "";

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var viewer = (await Authentication).User;
        _name = viewer.FindFirstValue(PortalClaims.DisplayName) ?? viewer.Identity?.Name ?? "";
        _apps = await Menu.ReadAsync(viewer, _leaving.Token);
    }
}
