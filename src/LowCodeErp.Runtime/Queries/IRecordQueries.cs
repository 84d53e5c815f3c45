using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Queries;

/// <summary>
/// The one way to read records. Every surface reads through it, so that the rights of the actor are applied in one place.
/// </summary>
public interface IRecordQueries
{
    Task<RecordPage> ReadPageAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>What the query finds, in groups; its order and page do not matter.</summary>
    Task<RecordGroups> ReadGroupsAsync(RecordQuery query, RecordGrouping grouping, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Reads without holding the result in memory: for exports.</summary>
    IAsyncEnumerable<RecordRow> StreamAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Null when there is no such record, or it is in the trash.</summary>
    Task<RecordRow?> FindAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>What the actor may do with a record, that in the trash too; of one that he may not see, nothing.</summary>
    /// <param name="id">Null for a new record.</param>
    Task<RecordRights> ReadRightsAsync(FormModel form, long? id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>The lines of a sub-table in their order.</summary>
    Task<IReadOnlyList<RecordRow>> ReadLinesAsync(FieldModel subTable, long parentId, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Records whose title or code contains the text, for pickers; best matches first.</summary>
    /// <param name="limit">What they have to meet besides; null for nothing.</param>
    Task<IReadOnlyList<RecordReference>> SuggestAsync(
        FormModel form, string? text, int take, Actor actor, Condition? limit = null, CancellationToken cancellationToken = default);

    /// <summary>Active members whose name contains the text.</summary>
    Task<IReadOnlyList<RecordReference>> SuggestMembersAsync(string? text, int take, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>The items of a list of texts that contain the text, as the newest records have them; the most frequent first.</summary>
    Task<IReadOnlyList<string>> SuggestItemsAsync(FieldModel list, string? text, int take, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>The changes of a record, newest first; of one in the trash too.</summary>
    Task<IReadOnlyList<RecordChange>> ReadHistoryAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Records in the trash, the last deleted first whatever order the query names.</summary>
    Task<TrashPage> ReadTrashAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Null when there is no such record in the trash.</summary>
    Task<DeletedRecord?> FindDeletedAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>The lines that went into the trash with their record, in their order.</summary>
    Task<IReadOnlyList<RecordRow>> ReadDeletedLinesAsync(FieldModel subTable, RecordRow deleted, Actor actor, CancellationToken cancellationToken = default);
}
