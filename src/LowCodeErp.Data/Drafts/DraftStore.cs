using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Drafts;
using Microsoft.EntityFrameworkCore;
using System.Globalization;

namespace LowCodeErp.Data.Drafts;

/// <summary>Drafts in <c>sys_draft</c>.</summary>
public sealed class DraftStore(WorkspaceConnections connections, TimeProvider clock) : IDraftStore
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<WindowDraft>> ListAsync(DraftKey key, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var drafts = await Of(context, key).OrderByDescending(draft => draft.KeptAt).ThenBy(draft => draft.Window)
            .Select(draft => new WindowDraft(draft.Window, draft.Content, draft.KeptAt)).ToListAsync(cancellationToken);
        return [.. drafts.Select(draft => Open(key, draft)).OfType<WindowDraft>()];
    }

    public async Task<IReadOnlyList<NewRecordDraft>> ListNewAsync(long memberId, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var drafts = await context.Drafts.Where(draft => draft.MemberId == memberId && draft.RecordId == 0).OrderByDescending(draft => draft.KeptAt).ThenBy(draft => draft.Window)
            .Select(draft => new NewRecordDraft(draft.Form, new(draft.Window, draft.Content, draft.KeptAt))).ToListAsync(cancellationToken);
        return [.. from draft in drafts
                   let opened = Open(new(memberId, draft.Form, null), draft.Draft)
                   where opened is not null
                   select draft with { Draft = opened }];
    }

    public async Task KeepAsync(DraftKey key, string window, string content, CancellationToken cancellationToken = default)
    {
        if (connections.Keys.Problem is not null)
        {
            // Nobody could read it again, and nothing readable may be kept. Whoever saves is told.
            return;
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var kept = connections.Keys.Seal(PlaceOf(key), content);
        var now = clock.GetUtcNow().UtcDateTime;
        var replaced = await Of(context, key, window).ExecuteUpdateAsync(
            set => set.SetProperty(draft => draft.Content, kept).SetProperty(draft => draft.KeptAt, now), cancellationToken);
        if (replaced == 0)
        {
            context.Add(new Draft { MemberId = key.MemberId, Form = key.Form, RecordId = key.RecordId ?? 0, Window = window, KeptAt = now, Content = kept });
            await context.SaveChangesAsync(cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
    }

    public async Task TakeOverAsync(DraftKey key, string before, string now, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await Of(context, key, before).ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Window, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    public async Task DropAsync(DraftKey key, string window, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await Of(context, key, window).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>All are encrypted, since nobody can say of a text in the middle of being entered what of it is sensitive. Those of earlier versions of this program are not.</summary>
    private WindowDraft? Open(DraftKey key, WindowDraft draft)
        => !DataKeys.IsSealed(draft.Content) ? draft
            : connections.Keys.Open(PlaceOf(key), draft.Content) is { } content ? draft with { Content = content }
            : null;

    private static SealedPlace PlaceOf(DraftKey key)
        => new(string.Create(CultureInfo.InvariantCulture, $"sys-draft:{key.MemberId}"), key.Form, key.RecordId ?? 0);

    private static IQueryable<Draft> Of(PlatformContext context, DraftKey key)
    {
        var (member, form, record) = (key.MemberId, key.Form, key.RecordId ?? 0);
        return context.Drafts.Where(draft => draft.MemberId == member && draft.Form == form && draft.RecordId == record);
    }

    private static IQueryable<Draft> Of(PlatformContext context, DraftKey key, string window) => Of(context, key).Where(draft => draft.Window == window);
}
