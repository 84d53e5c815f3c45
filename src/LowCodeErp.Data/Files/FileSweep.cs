using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Files;

/// <summary>
/// Removes what nobody holds any more: pending files after a day, unless their owner has kept a draft since that may need them; files that were removed from
/// records a day ago, of which the name stays; and those of records that were deleted for ever. Contents go before their row, so that an end in between loses no trace.
/// </summary>
public sealed class FileSweep(WorkspaceConnections connections, FileContents contents, TimeProvider clock)
{
    private const int BatchSize = 100;

    private readonly PlatformContextFactory _contexts = new(connections);

    /// <returns>How many files went.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var (count, last) = (0, 0L);
        while (await FindAsync(last, cancellationToken) is { Count: > 0 } expired)
        {
            foreach (var file in expired)
            {
                await RemoveAsync(file, cancellationToken);
            }

            (count, last) = (count + expired.Count, expired[^1].Id);
        }

        return count;
    }

    private async Task<List<Expired>> FindAsync(long after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Files
            .Where(file => file.Id > after && file.ExpiresAt <= now)
            .Where(file => file.RecordId != null || !context.Drafts.Any(draft => draft.MemberId == file.CreatedBy && draft.KeptAt >= file.CreatedAt))
            .OrderBy(file => file.Id).Take(BatchSize)
            .Select(file => new Expired(file.Id, file.Content!, file.IsOnDisk, file.Field != null, context.Files.Any(other => other.Content == file.Content && other.Id != file.Id)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>First nobody can take the file any more, then the contents go, then the row.</summary>
    private async Task RemoveAsync(Expired file, CancellationToken cancellationToken)
    {
        if (await WriteAsync(file, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Hash, (string?)null), cancellationToken), cancellationToken) == 0)
        {
            return;
        }

        if (!file.IsShared)
        {
            await contents.RemoveAsync(file.Content, file.IsOnDisk, cancellationToken);
        }

        await WriteAsync(
            file,
            rows => file.KeepsName
                ? rows.ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Content, (string?)null).SetProperty(row => row.Thumbnail, (byte[]?)null).SetProperty(row => row.ExpiresAt, (DateTime?)null), cancellationToken)
                : rows.ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }

    /// <returns>0 when somebody has taken the file since it was found.</returns>
    private async Task<int> WriteAsync(Expired file, Func<IQueryable<KeptFile>, Task<int>> change, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var count = await change(context.Files.Where(row => row.Id == file.Id && row.ExpiresAt != null));
        await write.CommitAsync(cancellationToken);
        return count;
    }

    /// <param name="KeepsName">The history of a record still mentions the file.</param>
    /// <param name="IsShared">A copy has the same contents.</param>
    private sealed record Expired(long Id, string Content, bool IsOnDisk, bool KeepsName, bool IsShared);
}
