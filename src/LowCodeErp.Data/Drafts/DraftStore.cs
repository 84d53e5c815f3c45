using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Drafts;

/// <summary>Drafts in <c>sys_draft</c>.</summary>
public sealed class DraftStore(WorkspaceConnections connections, TimeProvider clock) : IDraftStore
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<KeptDraft?> FindAsync(DraftKey key, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var found = await Of(context, key).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.Content, found.KeptAt);
    }

    public async Task KeepAsync(DraftKey key, string content, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var now = clock.GetUtcNow().UtcDateTime;
        var replaced = await Of(context, key).ExecuteUpdateAsync(
            set => set.SetProperty(draft => draft.Content, content).SetProperty(draft => draft.KeptAt, now), cancellationToken);
        try
        {
            if (replaced == 0)
            {
                context.Add(new Draft { MemberId = key.MemberId, Form = key.Form, RecordId = key.RecordId ?? 0, KeptAt = now, Content = content });
                await context.SaveChangesAsync(cancellationToken);
            }

            await write.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two windows of one member began at the same moment. The other one's draft stands until either is typed in again.
        }
    }

    public async Task DropAsync(DraftKey key, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await Of(context, key).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static IQueryable<Draft> Of(PlatformContext context, DraftKey key)
    {
        var (member, form, record) = (key.MemberId, key.Form, key.RecordId ?? 0);
        return context.Drafts.Where(draft => draft.MemberId == member && draft.Form == form && draft.RecordId == record);
    }
}
