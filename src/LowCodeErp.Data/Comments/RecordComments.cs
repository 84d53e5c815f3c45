using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Comments;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Comments;

/// <summary>Comments in <c>sys_comment</c>.</summary>
public sealed class RecordComments(WorkspaceConnections connections, IRecordQueries queries, IdAllocator ids, TimeProvider clock) : IRecordComments
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
        return await context.Comments.AsNoTracking()
            .Where(comment => comment.Form == key && comment.RecordId == recordId)
            .OrderBy(comment => comment.Id)
            .Select(comment => new RecordComment(comment.Id, comment.MemberId, comment.MemberName, comment.At, comment.ChangedAt, comment.Text))
            .ToListAsync(cancellationToken);
    }

    public async Task<Diagnostic?> AddAsync(FormModel form, long recordId, string text, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(actor);
        if (CommentDiagnostics.Check(text.Trim()) is { } problem)
        {
            return problem;
        }

        if (await queries.FindAsync(form, recordId, actor, cancellationToken) is null)
        {
            return CommentDiagnostics.RecordGone();
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        context.Add(new Comment
        {
            Id = await ids.NextAsync(write, IdSequence.Comment, 1, cancellationToken),
            Form = form.Key,
            RecordId = recordId,
            MemberId = actor.MemberId ?? 0,
            MemberName = actor.Name,
            At = clock.GetUtcNow().UtcDateTime,
            Text = text.Trim(),
        });
        await context.SaveChangesAsync(cancellationToken);
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
            cancellationToken);
    }

    public Task<Diagnostic?> DeleteAsync(long commentId, Actor actor, CancellationToken cancellationToken = default)
        => WriteAsync(commentId, actor, own => own.ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private async Task<Diagnostic?> WriteAsync(
        long commentId, Actor actor, Func<IQueryable<Comment>, Task<int>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var member = actor.MemberId ?? 0;
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var count = await change(context.Comments.Where(comment => comment.Id == commentId && comment.MemberId == member));
        await write.CommitAsync(cancellationToken);
        return count == 0 ? CommentDiagnostics.NotYours() : null;
    }
}
