using System.Globalization;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Tiering;

/// <summary>The tier models of the workspace, each with how its last run came out.</summary>
public sealed partial class TierModelsPage : IDisposable
{
    private readonly Leaving _leaving = new();
    private readonly List<TierModel> _models = [];

    /// <summary>Keys of the models of whose records the viewer sees all, so that he may see figures of all.</summary>
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private Dictionary<string, TierRunHeading>? _latest;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ITierStandings Standings { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        foreach (var model in Workspace.Current.TierModels)
        {
            var access = await Records.ReadAccessAsync(model.Form, _leaving.Token);
            _models.AddRange(access.May(AccessOperation.View) ? [model] : Array.Empty<TierModel>());
            _whole.UnionWith(access.SeesAll ? [model.Key] : Array.Empty<string>());
        }

        _latest = (await Standings.ReadLatestAsync(_leaving.Token)).ToDictionary(run => run.Model, StringComparer.Ordinal);
    }

    private string Local(DateTime utc)
        => TimeZoneInfo.ConvertTimeFromUtc(utc, Workspace.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
