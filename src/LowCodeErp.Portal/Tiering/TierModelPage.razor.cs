using System.Globalization;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Tiering;

/// <summary>A tier model: run it, and see what a run found. Which run is shown stands in the address.</summary>
public sealed partial class TierModelPage : IDisposable
{
    private const int ShownRuns = 12;

    private readonly Leaving _leaving = new();
    private TierModel? _model;
    private IReadOnlyList<TierRunHeading>? _history;
    private TierRunHeading? _run;
    private IReadOnlyList<TierMoveCount> _moves = [];
    private TierSummary? _rehearsal;

    /// <summary>Who sees some records only sees where those stand, and no figures of all.</summary>
    private bool _seesAll;
    private bool _mayRun;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ITierStandings Standings { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public string Key { get; set; } = "";

    /// <summary>The newest when blank.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public long? RunId { get; set; }

    /// <summary>Of whom the page explains at once why the tier is what it is; nobody when blank.</summary>
    [SupplyParameterFromQuery(Name = "record")]
    public long? RecordId { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        _model = Workspace.Current.FindTierModel(Key);
        return _model is null ? Task.CompletedTask : ReadAsync();
    }

    private async Task ReadAsync()
    {
        var access = await Records.ReadAccessAsync(_leaving.Token);
        (_seesAll, _mayRun) = (access.Of(_model!.Form).SeesAll, _model.MayBeRunBy(access));
        var history = await Standings.ReadHistoryAsync(Key, ShownRuns, _leaving.Token);
        var asked = RunId is { } id ? history.FirstOrDefault(run => run.Id == id) ?? await Standings.FindAsync(id, _leaving.Token) : null;
        _run = asked?.Model == Key ? asked : history.Count > 0 ? history[0] : null;
        _moves = _run is null || !_seesAll ? [] : await Standings.CountMovesAsync(_run.Id, _leaving.Token);
        _history = history;
    }

    private async Task ShowRunAsync(TierRunResult result)
    {
        _rehearsal = result.Stored is null ? result.Summary : null;
        if (result.Stored is null)
        {
            return;
        }

        if (RunId is null)
        {
            await ReadAsync();
        }
        else
        {
            Navigation.NavigateTo($"tiering/{Key}");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Local(DateTime utc)
        => TimeZoneInfo.ConvertTimeFromUtc(utc, Workspace.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
