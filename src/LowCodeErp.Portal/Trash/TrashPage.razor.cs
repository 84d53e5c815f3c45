using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LowCodeErp.Portal.Trash;

/// <summary>The deleted records of a form: who deleted them and when, to be restored or, by those who administer the app, deleted for ever.</summary>
public sealed partial class TrashPage : IDisposable
{
    /// <summary>As many values as tell records apart beside their titles.</summary>
    private const int MostValues = 4;

    private readonly HashSet<long> _selected = [];
    private readonly Leaving _leaving = new();
    private FormModel? _form;
    private ListState _state = new();
    private Runtime.Queries.TrashPage? _page;
    private IReadOnlyList<Diagnostic> _problems = [];
    private string? _problemTitle;
    private bool _mayPurge;
    private bool _isBusy;

    [Parameter]
    public string FormKey { get; set; } = "";

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    private RecordRow[] Chosen => [.. _page!.Records.Select(deleted => deleted.Row).Where(row => _selected.Contains(row.Id))];

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _leaving.Dispose();
    }

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override Task OnParametersSetAsync() => ShowAsync();

    /// <summary>A change of the address's query alone does not set the parameters of a page again.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (_form is not null && new Uri(change.Location).AbsolutePath.EndsWith("/" + RecordAddress.OfTrash(_form), StringComparison.Ordinal))
        {
            _ = InvokeAsync(async () =>
            {
                await ShowAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ShowAsync()
    {
        _form = Workspace.Current.FindForm(FormKey) is { Parent: null } form ? form : null;
        _state = ListAddress.Read(Navigation.Uri);
        _selected.Clear();
        if (_form is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            var query = new RecordQuery(_form) { Search = _state.Search, Skip = (_state.Page - 1) * _state.PageSize, Take = _state.PageSize };
            _mayPurge = (await Records.ReadAccessAsync(_leaving.Token)).Administers(_form.App);
            _page = await Records.ReadTrashAsync(query, _leaving.Token);
            if (_page.Records.Count == 0 && _page.TotalCount > 0)
            {
                Go(_state with { Page = ListPager.CountPages(_page.TotalCount, _state) });
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
    }

    private void SearchFor(ChangeEventArgs change) => Go(_state with { Search = ((string?)change.Value ?? "").Trim(), Page = 1 });

    private void Go(ListState state) => Navigation.NavigateTo(RecordAddress.OfTrash(_form!, state));

    private void Toggle(long id)
    {
        if (!_selected.Remove(id))
        {
            _selected.Add(id);
        }
    }

    private string Describe(RecordRow row) => string.Join(" · ", _form!.ListColumns
        .Where(column => column != _form.Title)
        .Select(column => RecordTitle.TextOf(row, column))
        .Where(text => text.Length > 0)
        .Take(MostValues));

    private Task RestoreAsync(RecordRow[] rows) => ChangeAsync(rows, Records.RestoreAsync, "Restored", "NotRestored");

    private async Task PurgeAsync(RecordRow[] rows)
    {
        var options = new ConfirmOptions { OkButtonText = Text["Purge"], CancelButtonText = Text["Cancel"] };
        if (await Dialogs.Confirm(Text["PurgeQuestion", rows.Length], Text["PurgeTitle"], options) == true)
        {
            await ChangeAsync(rows, Records.PurgeAsync, "Purged", "NotPurged");
        }
    }

    private async Task ChangeAsync(RecordRow[] rows, Func<FormModel, IEnumerable<RecordRow>, Task<SaveResult>> change, string done, string refused)
    {
        (_isBusy, _problems) = (true, []);
        var result = await change(_form!, rows);
        _isBusy = false;
        if (result is SaveResult.Invalid invalid)
        {
            (_problems, _problemTitle) = ([.. invalid.Problems.Select(problem => RecordProblems.Name(problem, rows[problem.Index]))], Text[refused]);
            return;
        }

        Notifications.Notify(
            result is SaveResult.Saved ? NotificationSeverity.Success : NotificationSeverity.Warning,
            result is SaveResult.Saved ? Text[done, rows.Length] : Text["ChangedMeanwhile"]);
        await ShowAsync();
    }
}
