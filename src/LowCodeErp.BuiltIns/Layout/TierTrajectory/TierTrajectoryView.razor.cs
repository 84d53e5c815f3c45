using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

public sealed partial class TierTrajectoryView
{
    [Inject]
    public required ITierStandings Standings { get; set; }

    protected override async Task<IReadOnlyList<(TierModel Model, IReadOnlyList<TierTrajectoryPoint> Points)>> ReadAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var read = new List<(TierModel, IReadOnlyList<TierTrajectoryPoint>)>();
        foreach (var model in Item.TierModels)
        {
            read.Add((model, await Standings.ReadTrajectoryAsync(model, id, Settings.Runs, actor, cancellationToken)));
        }

        return read;
    }
}
