using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// What the view of a layout item derives from that reads something about the stored record of its page. Nothing is read before somebody can see
/// it; who comes back to its tab, or to the window, sees what was added meanwhile.
/// </summary>
/// <typeparam name="TRead">What is read.</typeparam>
public abstract class ReadingLayoutViewBase<TSettings, TRead> : LayoutViewBase<TSettings>, IAsyncDisposable where TSettings : class where TRead : class
{
    private const string Script = "./_content/LowCodeErp.UI/coming-back.js";

    private readonly Leaving _leaving = new();
    private DotNetObjectReference<ReadingLayoutViewBase<TSettings, TRead>>? _self;
    private IJSObjectReference? _watch;
    private RecordDraft? _draft;
    private bool _isStale = true;

    [Inject]
    public required ICurrentActor Actor { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    /// <summary>False while it stands in a tab that nobody has chosen.</summary>
    [CascadingParameter(Name = "IsInView")]
    public bool IsInView { get; set; } = true;

    /// <summary>Null before it was read, and on the page of a record that was never saved.</summary>
    protected TRead? Found { get; private set; }

    protected bool IsReading { get; private set; }

    protected string TitleId => $"{Item.Id}-title";

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _leaving.Dispose();
        _self?.Dispose();
        await _watch.LeaveAsync("detach");
    }

    /// <summary>For the script: somebody has come back to the window, and may have added something in another one.</summary>
    [JSInvokable]
    public async Task LookAgainAsync()
    {
        if (IsInView && !IsReading && _draft is { Id: { } id } draft)
        {
            await ReadAsync(draft, id);
            StateHasChanged();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await using var script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            _watch = await script.InvokeAsync<IJSObjectReference>("attach", _self);
        }
    }

    /// <summary>A record that was opened or saved has a new draft; typing keeps it.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_draft != Scope.Draft)
        {
            (_draft, Found, _isStale) = (Scope.Draft, null, true);
        }

        if (!IsInView)
        {
            _isStale = true;
        }
        else if (_isStale && _draft.Id is { } id)
        {
            _isStale = false;
            await ReadAsync(_draft, id);
        }
    }

    /// <param name="id">Of the record.</param>
    protected abstract Task<TRead> ReadAsync(long id, Actor actor, CancellationToken cancellationToken);

    private async Task ReadAsync(RecordDraft draft, long id)
    {
        IsReading = true;
        try
        {
            var actor = await Actor.GetAsync();
            // Away from the page's circuit: SQLite works on the thread that calls it.
            var found = await Task.Run(() => ReadAsync(id, actor, _leaving.Token), _leaving.Token);
            Found = _draft == draft ? found : Found;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before it was there.
        }
        finally
        {
            IsReading = false;
        }
    }
}
