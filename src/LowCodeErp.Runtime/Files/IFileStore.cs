using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Files;

/// <summary>
/// Keeps files. What is received is *pending*: it belongs to whoever sent it, nobody else sees it, and it goes after a day unless a record
/// or a comment is saved with it. From then on whoever may read the field of that record may read the file.
/// </summary>
public interface IFileStore
{
    /// <summary>Takes a file; it is never in memory as a whole. Nothing of it stays when it is refused, or when the caller gives up.</summary>
    /// <param name="received">Told how many bytes have come.</param>
    Task<FileReceipt> ReceiveAsync(FileOffer offer, FileRule rule, Actor actor, IProgress<long>? received = null, CancellationToken cancellationToken = default);

    /// <summary>By id; those that the actor may not read, or that are gone, are left out.</summary>
    Task<IReadOnlyDictionary<long, StoredFile>> FindAsync(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Null when there is no such file, or the actor may not read it.</summary>
    Task<OpenedFile?> OpenAsync(long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>A small picture of it as a file of its own; the file itself where there is none.</summary>
    Task<OpenedFile?> OpenThumbnailAsync(long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Pending files of the actor with the same contents, by the ids of those that he may read. The contents are kept once.</summary>
    Task<IReadOnlyDictionary<long, StoredFile>> CopyAsync(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>What files are called, for whoever sees their ids in a record's history. Gone ones keep their names as long as the record exists.</summary>
    Task<IReadOnlyDictionary<long, string>> FindNamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);
}
