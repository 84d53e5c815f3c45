using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.Portal.Navigation;

/// <summary>
/// Whoever goes to another page goes on at its heading, so that a screen reader begins there. Blazor's own FocusOnNavigate does so too,
/// but takes the focus from somebody who has begun to work on the page before it has come to life.
/// </summary>
public sealed class HeadingFocus : ComponentBase
{
    private Type? _page;
    private bool _isDue;

    [Parameter, EditorRequired]
    public RouteData Route { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>A page that only shows something else, such as the next record, keeps the focus where it is.</summary>
    protected override void OnParametersSet()
    {
        _isDue |= Route.PageType != _page;
        _page = Route.PageType;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isDue)
        {
            _isDue = false;
            await Script.InvokeVoidAsync("lowcode.focusHeading");
        }
    }
}
