using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Views;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Lists;

/// <summary>The records of a form. What is shown follows from the address alone, so that Back works and a link can be passed on.</summary>
public sealed partial class ListPage : IDisposable
{
    private readonly HashSet<long> _selected = [];
    private CancellationTokenSource _reading = new();
    private FormModel? _form;
    private FormAccess? _access;
    private ListState _state = new();
    private RecordPage? _records;
    private RecordGrouping? _grouping;
    private RecordGroups? _groups;
    private ListAdvice? _advice;
    private ReferenceTitles _titles = null!;
    private IReadOnlyList<Diagnostic> _problems = [];
    private ListViewSet _views = ListViewSet.None;
    private EvaluationContext? _now;
    private bool _designsView;
    private bool _showsFilters;
    private bool _isBusy;

    [Parameter]
    public string FormKey { get; set; } = "";

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required MemberViews Views { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _reading.Cancel();
        _reading.Dispose();
    }

    private bool MayCreate => _access?.May(AccessOperation.Create) == true;

    protected override void OnInitialized()
    {
        _titles = new(Records);
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override Task OnParametersSetAsync()
    {
        if (_form?.Key != FormKey)
        {
            _records = null;
            _advice = null;
            _problems = [];
            _showsFilters = ListAddress.Read(Navigation.Uri) is { Filters.IsEmpty: false } or { Formula.Length: > 0 };
        }

        return ShowAsync();
    }

    /// <summary>A change of the address's query alone does not set the parameters of a page again.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (_form is not null && new Uri(change.Location).AbsolutePath.EndsWith("/" + RecordAddress.Of(_form), StringComparison.Ordinal))
        {
            _ = InvokeAsync(ShowAgainAsync);
        }
    }

    private async Task ShowAgainAsync()
    {
        try
        {
            _problems = [];
            await ShowAsync();
            StateHasChanged();
        }
        catch (Exception exception)
        {
            // Nobody awaits this; the page's error boundary shows and logs it as it does for any other failure.
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>Before the circuit runs only the frame is drawn; the records would be read twice otherwise.</summary>
    private async Task ShowAsync()
    {
        _form = Workspace.Current.FindForm(FormKey) is { Parent: null } form ? form : null;
        _state = ListAddress.Read(Navigation.Uri);
        _selected.Clear();
        if (_form is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        _access = await Records.ReadAccessAsync(_form, CancellationToken.None);
        if (!_access.May(AccessOperation.View))
        {
            return;
        }

        _views = await Views.ReadAsync(_form, await Viewer.GetAsync(), CancellationToken.None);
        if (_views.First is { } first && ListAddress.Write(_state).Length == 0)
        {
            // The address says which view is shown, so that it can be passed on.
            Navigation.NavigateTo(RecordAddress.Of(_form, new ListState { View = first }), replace: true);
            return;
        }

        _state = _views.Expand(_state);
        _now = await Records.CreateContextAsync();
        await ReadAsync(_form, _state);
    }

    private Task ShowViewAsync(string name)
    {
        _designsView = false;
        Navigation.NavigateTo(RecordAddress.Of(_form!, new ListState { View = name }));
        // Where the name was in the address already nothing else would tell the page.
        return ShowAgainAsync();
    }

    private async Task ReadAsync(FormModel form, ListState state)
    {
        var cancellation = StartReading();
        _isBusy = true;
        StateHasChanged();
        try
        {
            var grouping = ListQuery.GroupingOf(form, state);
            var groups = grouping is null ? null : await Records.ReadGroupsAsync(form, state, grouping, cancellation);
            var records = await Records.ReadPageAsync(form, state, [.. ColoursOf(state).SelectMany(colour => colour.Reads)], cancellation);
            if (records.Rows.Count == 0 && records.TotalCount > 0)
            {
                Navigation.NavigateTo(RecordAddress.Of(form, state with { Page = ListPager.CountPages(records.TotalCount, state), Mark = null }), replace: true);
                return;
            }

            (_records, _grouping, _groups) = (records, grouping, groups);
            _isBusy = false;
            StateHasChanged();
            _advice = await Records.AdviseAsync(form, state, grouping, records.IsEstimate, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next choice has overtaken this one, or the page was left; nobody waits for the result.
        }
        catch (ReadTimeLimitException exception)
        {
            // What was shown before stays, so that the filter can be changed.
            (_isBusy, _problems) = (false, [exception.Diagnostic]);
        }
    }

    private IReadOnlyList<ViewRowColour> ColoursOf(ListState state) => _views.Find(state.View)?.Model.Colours ?? [];

    private CancellationToken StartReading()
    {
        _reading.Cancel();
        _reading.Dispose();
        _reading = new();
        return _reading.Token;
    }

    private Task GoAsync(ListState state)
    {
        Navigation.NavigateTo(RecordAddress.Of(_form!, state));
        return Task.CompletedTask;
    }

    private void ToggleFilters(bool shows) => _showsFilters = shows;

    private async Task DeleteSelectedAsync()
    {
        RecordRow[] rows = [.. _records!.Rows.Where(row => _selected.Contains(row.Id))];
        var options = new ConfirmOptions { OkButtonText = Text["Delete"], CancelButtonText = Text["Cancel"] };
        if (await Dialogs.Confirm(Text["DeleteQuestion", rows.Length], Text["DeleteTitle"], options) != true)
        {
            return;
        }

        var result = await Records.DeleteAsync(_form!, rows);
        if (result is SaveResult.Invalid invalid)
        {
            _problems = [.. invalid.Problems.Select(problem => RecordProblems.Name(problem, rows[problem.Index]))];
            return;
        }

        Notify(result, rows.Length);
        await ShowAsync();
    }

    private void Notify(SaveResult result, int count)
    {
        if (result is SaveResult.Saved)
        {
            Notifications.Notify(NotificationSeverity.Success, Text["Deleted", count]);
        }
        else
        {
            Notifications.Notify(NotificationSeverity.Warning, Text["ChangedMeanwhile"]);
        }
    }
}
