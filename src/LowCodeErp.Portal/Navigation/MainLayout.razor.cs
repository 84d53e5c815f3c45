using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LowCodeErp.Portal.Navigation;

/// <summary>The frame around every page of a signed-in person.</summary>
public sealed partial class MainLayout : IDisposable
{
    private readonly Leaving _leaving = new();
    private IReadOnlyList<MenuApp> _apps = [];

    [Inject]
    public required AppMenu Menu { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        Workspace.Changed -= OnWorkspaceChanged;
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Workspace.Changed += OnWorkspaceChanged;
        await ReadMenuAsync();
    }

    private async Task ReadMenuAsync() => _apps = await Menu.ReadAsync((await Authentication).User, _leaving.Token);

    private void OnWorkspaceChanged() => _ = InvokeAsync(async () =>
    {
        if (!_leaving.IsCancellationRequested)
        {
            await ReadMenuAsync();
            StateHasChanged();
        }
    });
}
