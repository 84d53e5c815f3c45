using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LowCodeErp.Portal.Home;

/// <summary>Where everybody arrives: what there is, and how much of it.</summary>
public sealed partial class HomePage : IDisposable
{
    private readonly Leaving _leaving = new();
    private readonly Dictionary<string, int> _counts = [];
    private IReadOnlyList<MenuApp>? _apps;
    private string _name = "";

    [Inject]
    public required AppMenu Menu { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var viewer = (await Authentication).User;
        _name = viewer.FindFirstValue(PortalClaims.DisplayName) ?? viewer.Identity?.Name ?? "";
        _apps = await Menu.ReadAsync(viewer, _leaving.Token);
    }

    /// <summary>Counting comes after the page is there; nobody waits for a number.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _apps is null)
        {
            return;
        }

        // Once: leaving the page disposes of its source.
        var leaving = _leaving.Token;
        try
        {
            foreach (var form in _apps.SelectMany(app => app.Entries).Select(entry => entry.Form).OfType<FormModel>())
            {
                _counts[form.Key] = await Records.CountAsync(form, leaving);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left; the numbers are of no use any more.
        }
    }
}
