using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Controls.WorkDialog;

/// <summary>
/// A dialog with work of its own, open as long as it is rendered. The browser's own element keeps the focus inside and the
/// page behind still. Escape and the cross only ask to close: whoever renders it decides.
/// </summary>
public sealed partial class WorkDialog : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.UI/Controls/WorkDialog/WorkDialog.razor.js";

    private readonly string _titleId = $"dialog-{Guid.NewGuid():N}";
    private ElementReference _element;
    private IJSObjectReference? _script;

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public WorkDialogShape Shape { get; set; }

    /// <summary>The person wants to leave.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Stays in place while the body scrolls.</summary>
    [Parameter]
    public RenderFragment? Top { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public RenderFragment? Foot { get; set; }

    public ValueTask DisposeAsync() => _script.LeaveAsync("closed");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            await _script.InvokeVoidAsync("open", _element);
        }
    }
}
