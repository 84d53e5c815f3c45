using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Designs;

/// <summary>Drafts of apps in <c>sys_design_draft</c>.</summary>
public sealed class DesignDraftStore(WorkspaceConnections connections, TimeProvider clock) : IDesignDraftStore
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly RecordDialect _dialect = RecordDialect.For(connections.Target.Provider);

    public async Task<KeptDraft?> FindAsync(long memberId, string app, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var found = await Of(context, memberId, app).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.Content, found.KeptAt);
    }

    public async Task<IReadOnlyList<string>> ListAsync(long memberId, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.DesignDrafts.Where(draft => draft.MemberId == memberId).OrderBy(draft => draft.App).Select(draft => draft.App).ToListAsync(cancellationToken);
    }

    public async Task KeepAsync(long memberId, string app, string content, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var now = clock.GetUtcNow().UtcDateTime;
        var replaced = await Of(context, memberId, app).ExecuteUpdateAsync(
            set => set.SetProperty(draft => draft.Content, content).SetProperty(draft => draft.KeptAt, now), cancellationToken);
        try
        {
            if (replaced == 0)
            {
                context.Add(new DesignDraft { MemberId = memberId, App = app, KeptAt = now, Content = content });
                await context.SaveChangesAsync(cancellationToken);
            }

            await write.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (_dialect.IsDuplicate(exception))
        {
            // Two windows of one member began at the same moment. The other one's draft stands until either is changed again.
        }
    }

    public async Task DropAsync(long memberId, string app, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await Of(context, memberId, app).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static IQueryable<DesignDraft> Of(PlatformContext context, long memberId, string app)
        => context.DesignDrafts.Where(draft => draft.MemberId == memberId && draft.App == app);
}
