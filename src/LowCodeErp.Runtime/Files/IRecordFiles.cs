namespace LowCodeErp.Runtime.Files;

/// <summary>The files of records, within the transaction that saves these.</summary>
public interface IRecordFiles
{
    /// <summary>By id; those that did not arrive completely, or whose contents are gone, are left out.</summary>
    Task<IReadOnlyDictionary<long, FileState>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Gives the holder those files that are pending of the member, or its own from before. Returns how many: fewer when somebody else was faster.</summary>
    Task<int> AttachAsync(FileHolder holder, long? member, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The holder has the files no longer; their contents go a day later.</summary>
    Task ReleaseAsync(FileHolder holder, IReadOnlyCollection<long> ids, DateTime at, CancellationToken cancellationToken);
}
