using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.BuiltIns.Layout.RelatedList;

public sealed partial class RelatedListView : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.BuiltIns/Layout/RelatedList/RelatedListView.razor.js";

    private readonly Leaving _leaving = new();
    private DotNetObjectReference<RelatedListView>? _self;
    private IJSObjectReference? _watch;
    private RecordDraft? _draft;
    private RecordPage? _page;
    private bool _isReading;
    private bool _isStale = true;

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required ICurrentActor Actor { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    /// <summary>False while the list stands in a tab that nobody has chosen.</summary>
    [CascadingParameter(Name = "IsInView")]
    public bool IsInView { get; set; } = true;

    private RelatedRecords Related => Item.Related!;

    private LocalizedText Title => Settings.Title ?? Related.Form.Label;

    private string TitleId => $"{Item.Id}-title";

    public async ValueTask DisposeAsync()
    {
        _leaving.Dispose();
        _self?.Dispose();
        await _watch.LeaveAsync("detach");
    }

    /// <summary>For the script: somebody has come back to the window, and may have added a record in another one.</summary>
    [JSInvokable]
    public async Task LookAgainAsync()
    {
        if (IsInView && !_isReading && _draft is { Id: { } id } draft)
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

    /// <summary>
    /// A record that was opened or saved has a new draft; typing keeps it. Nothing is read before somebody can see it, and who comes back to the
    /// tab sees what was added meanwhile.
    /// </summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_draft != Scope.Draft)
        {
            (_draft, _page, _isStale) = (Scope.Draft, null, true);
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

    private async Task ReadAsync(RecordDraft draft, long id)
    {
        _isReading = true;
        try
        {
            var actor = await Actor.GetAsync();
            // Away from the page's circuit: SQLite works on the thread that calls it.
            var page = await Task.Run(() => Queries.ReadPageAsync(Related.NewestOf(id, Settings.Rows), actor, _leaving.Token), _leaving.Token);
            _page = _draft == draft ? page : _page;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the records were there.
        }
        finally
        {
            _isReading = false;
        }
    }

    private static string? ClassOf(FieldModel column, RecordRow row)
        => row.TextOf(column, CultureInfo.CurrentUICulture).Length > 0 ? AlignmentOf(column) : "blank";

    private static string? AlignmentOf(FieldModel column) => column.Kind == ValueKind.Number ? "numeric" : null;
}
