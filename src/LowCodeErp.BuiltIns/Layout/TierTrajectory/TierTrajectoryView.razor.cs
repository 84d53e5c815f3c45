using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

public sealed partial class TierTrajectoryView
{
    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required ITierStandings Standings { get; set; }

    protected override async Task<IReadOnlyList<ShownTrajectory>> ReadAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var (read, member) = (new List<ShownTrajectory>(), await Access.OfAsync(actor, cancellationToken));
        foreach (var model in Item.TierModels)
        {
            read.Add(new(model, await Standings.ReadTrajectoryAsync(model, id, Settings.Runs, actor, cancellationToken), model.MayBeRunBy(member)));
        }

        return read;
    }
}
