using System.Globalization;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace LowCodeErp.Portal.Tiering;

/// <summary>The rows of a run: paged, sorted and filtered by the server.</summary>
public sealed partial class TierResults : IDisposable
{
    private const int PageSize = 20;

    private readonly Leaving _leaving = new();
    private RadzenDataGrid<TierStanding>? _grid;
    private TierStandingPage? _page; // null until the grid has asked: it asks by itself only while it has nothing
    private TierStanding? _explained;
    private string? _search;
    private string? _tier;
    private bool _onlyMoved;
    private bool _isLoading;

    [Inject]
    public required ITierStandings Standings { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter, EditorRequired]
    public TierModel Model { get; set; } = null!;

    [Parameter, EditorRequired]
    public TierRunHeading Run { get; set; } = null!;

    /// <summary>Whether files are offered.</summary>
    [Parameter]
    public bool MayExport { get; set; }

    /// <summary>The record to explain at once; null for none.</summary>
    [Parameter]
    public long? RecordId { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (RecordId is { } id)
        {
            var query = new TierStandingQuery(Model, Run.Id) { RecordId = id, Take = 1 };
            _explained = (await Standings.ReadPageAsync(query, await CurrentActor.GetAsync(), _leaving.Token)).Rows is [var found] ? found : null;
        }
    }

    private async Task LoadAsync(LoadDataArgs asked)
    {
        _isLoading = true;
        // Unsorted: the best customers first, which is what the page is opened for.
        var sort = asked.Sorts?.FirstOrDefault();
        var query = new TierStandingQuery(Model, Run.Id)
        {
            Search = _search,
            Tier = _tier,
            OnlyMoved = _onlyMoved,
            Sort = sort is null ? TierStandingColumn.Amount : Enum.Parse<TierStandingColumn>(sort.Property!),
            Descending = sort is null || sort.SortOrder == SortOrder.Descending,
            Skip = asked.Skip ?? 0,
            Take = asked.Top ?? PageSize,
        };
        _page = await Standings.ReadPageAsync(query, await CurrentActor.GetAsync(), _leaving.Token);
        _isLoading = false;
    }

    private Task SearchAsync(ChangeEventArgs change)
    {
        _search = change.Value as string;
        return ReadAgainAsync();
    }

    private Task FilterAsync(ChangeEventArgs change)
    {
        _tier = change.Value is string { Length: > 0 } tier ? tier : null;
        return ReadAgainAsync();
    }

    private Task FilterMovedAsync(ChangeEventArgs change)
    {
        _onlyMoved = change.Value is true;
        return ReadAgainAsync();
    }

    private Task ReadAgainAsync() => _grid is null ? Task.CompletedTask : _grid.FirstPage(forceReload: true);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
