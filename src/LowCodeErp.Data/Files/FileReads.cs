using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Files;

/// <summary>Which files somebody may read: his own pending ones, and those of records whose field he may read. Knowing an id is no right.</summary>
internal sealed class FileReads(WorkspaceConnections connections, IWorkspace workspace, IRecordQueries queries)
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<FileFacts>> FindAsync(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancellationToken)
    {
        var readable = new List<FileFacts>();
        foreach (var holder in (await ReadAsync(ids, cancellationToken)).GroupBy(file => (file.Form, file.RecordId)))
        {
            if (holder.Key is not ({ } form, { } id))
            {
                readable.AddRange(holder.Where(file => file.CreatedBy == actor.MemberId));
            }
            else if (await FindRecordAsync(form, id, actor, cancellationToken) is { } record)
            {
                readable.AddRange(holder.Where(file => IsHeld(file, record)));
            }
        }

        return readable;
    }

    private async Task<List<FileFacts>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Files.Where(file => ids.Contains(file.Id) && file.Hash != null && file.Content != null).Select(FileFacts.Of).ToListAsync(cancellationToken);
    }

    /// <summary>Whoever sees a record in the trash sees its files there.</summary>
    private async Task<RecordRow?> FindRecordAsync(string key, long id, Actor actor, CancellationToken cancellationToken)
        => workspace.Current.FindForm(key) is not { } form ? null
            : await queries.FindAsync(form, id, actor, cancellationToken) ?? (await queries.FindDeletedAsync(form, id, actor, cancellationToken))?.Row;

    /// <summary>A file without a field belongs to a comment, which everybody sees who sees the record.</summary>
    private static bool IsHeld(FileFacts file, RecordRow record) => file.Field is null
        ? !file.IsReleased
        : record.Form.Find(file.Field) is { FileRule: not null } field && record[field].AsItems().Contains(file.Id);
}
