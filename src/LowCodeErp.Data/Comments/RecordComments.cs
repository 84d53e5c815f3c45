using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Comments;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Comments;

/// <summary>Comments in <c>sys_comment</c>.</summary>
public sealed class RecordComments(WorkspaceConnections connections, IRecordQueries queries, IAccess access, IdAllocator ids, TimeProvider clock) : IRecordComments
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<RecordComment>> ReadAsync(FormModel form, long recordId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await queries.FindAsync(form, recordId, actor, cancellationToken) is null)
        {
            return [];
        }

        var key = form.Key;
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var files = (await context.Files.Where(file => file.Form == key && file.RecordId == recordId && file.CommentId != null && file.ExpiresAt == null)
            .OrderBy(file => file.Id).Select(file => new { file.CommentId, file.Id, file.Name, file.ContentType, file.Size }).ToListAsync(cancellationToken))
            .ToLookup(file => file.CommentId, file => new StoredFile(file.Id, file.Name, file.ContentType, file.Size, null));
        var comments = await context.Comments.AsNoTracking()
            .Where(comment => comment.Form == key && comment.RecordId == recordId)
            .OrderBy(comment => comment.Id)
            .ToListAsync(cancellationToken);
        return [.. comments.Select(comment => new RecordComment(
            comment.Id, comment.MemberId, comment.MemberName, comment.At, comment.ChangedAt, comment.Text, [.. files[comment.Id]]))];
    }

    public async Task<Diagnostic?> AddAsync(
        FormModel form, long recordId, string text, IReadOnlyCollection<long> files, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(actor);
        if ((await FindRefusalAsync(actor, cancellationToken) ?? CommentDiagnostics.Check(text.Trim(), files)) is { } problem)
        {
            return problem;
        }

        if (await queries.FindAsync(form, recordId, actor, cancellationToken) is null)
        {
            return CommentDiagnostics.RecordGone();
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var id = await ids.NextAsync(write, IdSequence.Comment, 1, cancellationToken);
        context.Add(new Comment
        {
            Id = id,
            Form = form.Key,
            RecordId = recordId,
            MemberId = actor.MemberId ?? 0,
            MemberName = actor.Name,
            At = clock.GetUtcNow().UtcDateTime,
            Text = text.Trim(),
        });
        await context.SaveChangesAsync(cancellationToken);
        if (files.Count > 0 && await AttachAsync(context, form.Key, recordId, id, files, actor.MemberId, cancellationToken) < files.Count)
        {
            return CommentDiagnostics.FileGone();
        }

        await write.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<Diagnostic?> ChangeAsync(long commentId, string text, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (trimmed, now) = (text.Trim(), clock.GetUtcNow().UtcDateTime);
        return CommentDiagnostics.Check(trimmed) ?? await WriteAsync(
            commentId,
            actor,
            own => own.ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Text, trimmed).SetProperty(comment => comment.ChangedAt, now), cancellationToken),
            releasesFiles: false,
            cancellationToken);
    }

    /// <summary>Its files go with it.</summary>
    public Task<Diagnostic?> DeleteAsync(long commentId, Actor actor, CancellationToken cancellationToken = default)
        => WriteAsync(commentId, actor, own => own.ExecuteDeleteAsync(cancellationToken), releasesFiles: true, cancellationToken);

    private async Task<Diagnostic?> FindRefusalAsync(Actor actor, CancellationToken cancellationToken)
        => (await access.OfAsync(actor, cancellationToken)).ChangesNothing ? CommentDiagnostics.OnlyReading() : null;

    private static Task<int> AttachAsync(
        PlatformContext context, string form, long record, long comment, IReadOnlyCollection<long> files, long? member, CancellationToken cancellationToken)
        => context.Files.Where(file => files.Contains(file.Id) && file.RecordId == null && file.CreatedBy == member && file.Hash != null).ExecuteUpdateAsync(
            set => set.SetProperty(file => file.Form, form).SetProperty(file => file.RecordId, record).SetProperty(file => file.CommentId, comment)
                .SetProperty(file => file.ExpiresAt, (DateTime?)null),
            cancellationToken);

    private async Task<Diagnostic?> WriteAsync(
        long commentId, Actor actor, Func<IQueryable<Comment>, Task<int>> change, bool releasesFiles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindRefusalAsync(actor, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var member = actor.MemberId ?? 0;
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var count = await change(context.Comments.Where(comment => comment.Id == commentId && comment.MemberId == member));
        if (count > 0 && releasesFiles)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await context.Files.Where(file => file.CommentId == commentId).ExecuteUpdateAsync(set => set.SetProperty(file => file.ExpiresAt, now), cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return count == 0 ? CommentDiagnostics.NotYours() : null;
    }
}
