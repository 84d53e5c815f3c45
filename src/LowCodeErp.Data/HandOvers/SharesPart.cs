using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.HandOvers;

/// <summary>The records that others have shared with a member: the successor goes on with them. What the leaver has shared stays shared.</summary>
public sealed class SharesPart(WorkspaceConnections connections, IWorkspace workspace, TimeProvider clock) : IHandOverPart
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public string Key => "shares";

    public LocalizedText Label { get; } = new("共享给他的数据", "Records shared with him");

    public int Order => 150;

    public async Task<IReadOnlyList<HandOverItem>> ListAsync(long memberId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return CountForms(await InForce(context, memberId).AsNoTracking().ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<HandOverItem>> MoveAsync(
        HandOver handOver, Actor actor, IRecordTransaction transaction, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        await using var context = _contexts.Join(((RecordTransaction)transaction).Transaction);
        var (leaver, successor) = (handOver.Leaver.Id, handOver.Successor.Id);
        var moved = await InForce(context, leaver).AsNoTracking().ToListAsync(cancellationToken);
        var known = (await context.RecordShares.Where(share => share.MemberId == successor).ToListAsync(cancellationToken)).ToDictionary(share => (share.Form, share.RecordId));
        foreach (var share in moved)
        {
            var own = known.GetValueOrDefault((share.Form, share.RecordId));
            if (own is null)
            {
                context.Add(new RecordShare { Form = share.Form, RecordId = share.RecordId, MemberId = successor, MayEdit = share.MayEdit, Until = share.Until, SharedBy = share.SharedBy, SharedAt = share.SharedAt });
            }
            else if (GivesMore(share, own))
            {
                (own.MayEdit, own.Until) = (share.MayEdit, share.Until);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await context.RecordShares.Where(share => share.MemberId == leaver).ExecuteDeleteAsync(cancellationToken);
        return CountForms(moved);
    }

    private bool GivesMore(RecordShare leavers, RecordShare own) => own.Until <= clock.GetUtcNow().UtcDateTime || (leavers.MayEdit && !own.MayEdit);

    private IQueryable<RecordShare> InForce(PlatformContext context, long memberId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return context.RecordShares.Where(share => share.MemberId == memberId && (share.Until == null || share.Until > now));
    }

    private IReadOnlyList<HandOverItem> CountForms(IEnumerable<RecordShare> shares)
        => [.. shares.GroupBy(share => share.Form).OrderBy(form => form.Key, StringComparer.Ordinal)
            .Select(form => new HandOverItem(workspace.Current.FindForm(form.Key)?.Label ?? new(form.Key), form.Count()))];
}
