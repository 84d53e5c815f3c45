using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Auditing;

/// <summary>
/// Reads as the queries that it is given do, and writes down which member reads what of sensitive forms before he gets it (R114). Every surface reads through
/// it, so none can forget it. The same question of a member is one entry in five minutes.
/// </summary>
public sealed class AuditedQueries(IRecordQueries queries, IAuditLog audit, TimeProvider clock) : IRecordQueries
{
    private readonly RecentReads _recent = new(clock);

    public async Task<RecordPage> ReadPageAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var page = await queries.ReadPageAsync(query, actor, cancellationToken);
        // Whoever only counts sees no record.
        await (query.Take == 0 ? Task.CompletedTask : NoteListAsync(query, page.TotalCount, actor, cancellationToken));
        return page;
    }

    public async Task<RecordGroups> ReadGroupsAsync(RecordQuery query, RecordGrouping grouping, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var groups = await queries.ReadGroupsAsync(query, grouping, actor, cancellationToken);
        await NoteListAsync(query, null, actor, cancellationToken);
        return groups;
    }

    /// <summary>Whoever streams writes down what it is for: see <see cref="Exporting.RecordExporter"/>.</summary>
    public IAsyncEnumerable<RecordRow> StreamAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default)
        => queries.StreamAsync(query, actor, cancellationToken);

    public async Task<RecordRow?> FindAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        var found = await queries.FindAsync(form, id, actor, cancellationToken);
        await (found is null ? Task.CompletedTask : NoteRecordAsync(AuditKind.RecordRead, form, id, actor, cancellationToken));
        return found;
    }

    public Task<RecordRights> ReadRightsAsync(FormModel form, long? id, Actor actor, CancellationToken cancellationToken = default)
        => queries.ReadRightsAsync(form, id, actor, cancellationToken);

    public async Task<IReadOnlyList<RecordRow>> ReadLinesAsync(FieldModel subTable, long parentId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subTable);
        var lines = await queries.ReadLinesAsync(subTable, parentId, actor, cancellationToken);
        await (lines.Count == 0 ? Task.CompletedTask : NoteRecordAsync(AuditKind.RecordRead, subTable.Form, parentId, actor, cancellationToken));
        return lines;
    }

    public async Task<IReadOnlyList<RecordReference>> SuggestAsync(
        FormModel form, string? text, int take, Actor actor, Condition? limit = null, CancellationToken cancellationToken = default)
    {
        var suggested = await queries.SuggestAsync(form, text, take, actor, limit, cancellationToken);
        await NoteListAsync(new RecordQuery(form) { Search = text }, suggested.Count, actor, cancellationToken);
        return suggested;
    }

    public Task<IReadOnlyList<RecordReference>> SuggestMembersAsync(string? text, int take, Actor actor, CancellationToken cancellationToken = default)
        => queries.SuggestMembersAsync(text, take, actor, cancellationToken);

    public async Task<IReadOnlyList<string>> SuggestItemsAsync(FieldModel list, string? text, int take, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        var items = await queries.SuggestItemsAsync(list, text, take, actor, cancellationToken);
        await NoteListAsync(new RecordQuery(list.Form) { Search = text }, items.Count, actor, cancellationToken);
        return items;
    }

    public async Task<IReadOnlyList<RecordChange>> ReadHistoryAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        var changes = await queries.ReadHistoryAsync(form, id, actor, cancellationToken);
        await (changes.Count == 0 ? Task.CompletedTask : NoteRecordAsync(AuditKind.HistoryRead, form, id, actor, cancellationToken));
        return changes;
    }

    public async Task<TrashPage> ReadTrashAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var page = await queries.ReadTrashAsync(query, actor, cancellationToken);
        await NoteListAsync(query, page.TotalCount, actor, cancellationToken);
        return page;
    }

    public async Task<DeletedRecord?> FindDeletedAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        var deleted = await queries.FindDeletedAsync(form, id, actor, cancellationToken);
        await (deleted is null ? Task.CompletedTask : NoteRecordAsync(AuditKind.RecordRead, form, id, actor, cancellationToken));
        return deleted;
    }

    public async Task<IReadOnlyList<RecordRow>> ReadDeletedLinesAsync(
        FieldModel subTable, RecordRow deleted, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subTable);
        ArgumentNullException.ThrowIfNull(deleted);
        var lines = await queries.ReadDeletedLinesAsync(subTable, deleted, actor, cancellationToken);
        await (lines.Count == 0 ? Task.CompletedTask : NoteRecordAsync(AuditKind.RecordRead, subTable.Form, deleted.Id, actor, cancellationToken));
        return lines;
    }

    private Task NoteRecordAsync(AuditKind kind, FormModel form, long id, Actor actor, CancellationToken cancellationToken)
        => NoteAsync(form, new(kind, actor) { App = form.App, Form = form.Key, RecordId = id }, "", cancellationToken);

    private Task NoteListAsync(RecordQuery query, int? rows, Actor actor, CancellationToken cancellationToken)
    {
        var form = query.Form;
        var entry = new AuditEntry(AuditKind.ListRead, actor) { App = form.App, Form = form.Key, Facts = AuditFacts.Of(query, rows) };
        return NoteAsync(form, entry, query.Description, cancellationToken);
    }

    /// <summary>Of what the server does by itself nobody reads anything.</summary>
    private Task NoteAsync(FormModel form, AuditEntry entry, string query, CancellationToken cancellationToken)
        => form.IsSensitive && entry.Actor.MemberId is { } member
            ? _recent.OnceAsync(new(member, entry.Actor.SeenBy?.MemberId, entry.Kind, form.Key, entry.RecordId ?? 0, query), () => audit.WriteAsync(entry, cancellationToken))
            : Task.CompletedTask;
}
