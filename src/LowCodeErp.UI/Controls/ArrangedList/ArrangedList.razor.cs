using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Controls.ArrangedList;

public sealed partial class ArrangedList : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.UI/Controls/ArrangedList/ArrangedList.razor.js";

    private ElementReference _list;
    private IJSObjectReference? _script;
    private (int Index, string Act)? _focus;

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>What the item is called, for the names of its buttons.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> NameOf { get; set; } = null!;

    [Parameter, EditorRequired]
    public RenderFragment<int> Item { get; set; } = null!;

    /// <summary>More buttons (of class <c>act</c>), before those that move.</summary>
    [Parameter]
    public RenderFragment<int>? Acts { get; set; }

    /// <summary>What belongs to an item and needs the whole width.</summary>
    [Parameter]
    public RenderFragment<int>? Below { get; set; }

    [Parameter]
    public EventCallback<(int From, int To)> Moved { get; set; }

    [Parameter]
    public EventCallback<int> Removed { get; set; }

    [Inject]
    private IStringLocalizer<ArrangedList> Texts { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await _script.LeaveAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Count == 0)
        {
            return;
        }

        _script ??= await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
        if (_focus is { } focus)
        {
            _focus = null;
            await _script.InvokeVoidAsync("focus", _list, focus.Index, focus.Act);
        }
    }

    private async Task MoveAsync(int from, int to)
    {
        await Moved.InvokeAsync((from, to));
        _focus = (to, to < from ? "up" : "down");
    }

    private async Task RemoveAsync(int index)
    {
        await Removed.InvokeAsync(index);
        _focus = (Math.Min(index, Count - 1), "remove");
    }
}
