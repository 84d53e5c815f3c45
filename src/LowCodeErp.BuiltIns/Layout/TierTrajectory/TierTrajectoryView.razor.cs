using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

public sealed partial class TierTrajectoryView : IDisposable
{
    private readonly Leaving _leaving = new();
    private RecordDraft? _draft;
    private IReadOnlyList<(TierModel Model, IReadOnlyList<TierTrajectoryPoint> Points)>? _trajectories;
    private bool _isReading;
    private bool _isStale = true;

    [Inject]
    public required ITierStandings Standings { get; set; }

    [Inject]
    public required ICurrentActor Actor { get; set; }

    /// <summary>False while it stands in a tab that nobody has chosen.</summary>
    [CascadingParameter(Name = "IsInView")]
    public bool IsInView { get; set; } = true;

    private string TitleId => $"{Item.Id}-title";

    public void Dispose() => _leaving.Dispose();

    /// <summary>As related lists do: nothing is read before somebody can see it, and who comes back to the tab sees the runs of meanwhile.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_draft != Scope.Draft)
        {
            (_draft, _trajectories, _isStale) = (Scope.Draft, null, true);
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
            var read = await Task.Run(() => ReadAllAsync(id, actor), _leaving.Token);
            _trajectories = _draft == draft ? read : _trajectories;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the runs were there.
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task<IReadOnlyList<(TierModel, IReadOnlyList<TierTrajectoryPoint>)>> ReadAllAsync(long id, Actor actor)
    {
        var read = new List<(TierModel, IReadOnlyList<TierTrajectoryPoint>)>();
        foreach (var model in Item.TierModels)
        {
            read.Add((model, await Standings.ReadTrajectoryAsync(model, id, Settings.Runs, actor, _leaving.Token)));
        }

        return read;
    }
}
