using System.Globalization;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Tiering;

/// <summary>The tier models of the workspace, each with how its last run came out.</summary>
public sealed partial class TierModelsPage : IDisposable
{
    private readonly Leaving _leaving = new();
    private IReadOnlyList<TierModel> _models = [];
    private Dictionary<string, TierRunHeading>? _latest;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ITierStandings Standings { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _models = [.. Workspace.Current.TierModels];
        _latest = (await Standings.ReadLatestAsync(_leaving.Token)).ToDictionary(run => run.Model, StringComparer.Ordinal);
    }

    private string Local(DateTime utc)
        => TimeZoneInfo.ConvertTimeFromUtc(utc, Workspace.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
