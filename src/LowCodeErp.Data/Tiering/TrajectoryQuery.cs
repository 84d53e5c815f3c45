using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tiering;

/// <summary>What the runs of a model found for one record that the actor may see, newest first.</summary>
internal sealed class TrajectoryQuery(ReadSession session, WorkspaceContext context, TierModel model)
{
    public IQueryable<TierTrajectoryPoint> Find(long recordId)
    {
        var key = model.Key;
        var records = session.Visible(model.Form).Where(row => EF.Property<long>(row, SystemColumns.Id) == recordId);
        var changes = context.Set<TierChange>().Where(change => change.Model == key && change.SubjectId == recordId);
        return from run in context.Set<TierRun>()
               where run.Model == key && run.FinishedAt != null && records.Any()
               join result in context.Set<Platform.TierResult>().Where(result => result.SubjectId == recordId) on run.Id equals result.RunId
               join change in changes on run.Id equals change.RunId into moves
               from move in moves.DefaultIfEmpty()
               orderby run.Id descending
               select new TierTrajectoryPoint(
                   run.Id, run.AsOf, result.Tier, result.Score, result.Orders, result.Amount, move != null, move == null ? null : move.FromTier);
    }
}
