using System.Globalization;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Flows;

/// <summary>A flow on the page: to be edited, or to show how an instance goes. Only what is in view is there, so that size costs nothing.</summary>
public sealed partial class FlowCanvas : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.UI/Flows/FlowCanvas.razor.js";

    private DotNetObjectReference<FlowCanvas>? _self;
    private IJSObjectReference? _script;
    private ElementReference _element;
    private DrawnWindow _window = new(0, 0, 1_600, 1_200);

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public FlowDrawing Drawing { get; set; } = null!;

    /// <summary>For those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What stands in a box.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<DrawnBox> Face { get; set; } = null!;

    /// <summary>Further classes of a box: how an instance stands there, whether something is wrong.</summary>
    [Parameter]
    public Func<DrawnBox, string?>? ClassOf { get; set; }

    [Parameter]
    public IReadOnlyCollection<DrawnBox> Chosen { get; set; } = [];

    [Parameter]
    public EventCallback<DrawnBox> OnChoose { get; set; }

    /// <summary>Somebody wants to add a block at a place; without it nothing can be added.</summary>
    [Parameter]
    public EventCallback<DrawnPlace> OnAdd { get; set; }

    /// <summary>1 for 100 %.</summary>
    [Parameter]
    public double Zoom { get; set; } = 1;

    private string Style => string.Create(CultureInfo.InvariantCulture, $"width:{Drawing.Width * Zoom}px;height:{Drawing.Height * Zoom}px;--zoom:{Zoom}");

    /// <summary>For the script: what is in view, in CSS pixels of the window.</summary>
    [JSInvokable]
    public void Look(double x, double y, double width, double height)
    {
        _window = new(x / Zoom, y / Zoom, width / Zoom, height / Zoom);
        StateHasChanged();
    }

    /// <summary>Scrolls until a box is in the middle, and gives it the focus where that is wanted.</summary>
    public async Task ShowAsync(DrawnBox box, bool takesFocus)
    {
        ArgumentNullException.ThrowIfNull(box);
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("show", _element, box.Middle * Zoom, (box.Y + (box.Height / 2)) * Zoom, takesFocus ? $"[data-kind='{box.Kind}'][data-block='{box.Block}']{(box.Branch is null ? "" : $"[data-branch='{box.Branch}']")}" : null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        await _script.LeaveAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            await _script.InvokeVoidAsync("follow", _element, _self);
        }
    }

    private bool IsChosen(DrawnBox box) => Chosen.Contains(box);

    private static string Place(DrawnBox box)
        => string.Create(CultureInfo.InvariantCulture, $"left:{box.X}px;top:{box.Y}px;width:{box.Width}px;height:{box.Height}px");

    private static string Place(DrawnPlace place) => string.Create(CultureInfo.InvariantCulture, $"left:{place.X}px;top:{place.Y}px");

    private static string Points(DrawnLine line) => string.Join(' ', line.Corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.X},{corner.Y}")));

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
