using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Files;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Files;

/// <summary>The files of records as rows of <c>sys_file</c>, within somebody's transaction.</summary>
internal sealed class RecordFiles(PlatformContextFactory contexts, WriteTransaction transaction) : IRecordFiles
{
    /// <summary>How long contents stay that nobody holds.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task<IReadOnlyDictionary<long, FileState>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var context = contexts.Join(transaction);
        var found = await context.Files.Where(file => ids.Contains(file.Id) && file.Hash != null && file.Content != null).Select(FileFacts.Of).ToListAsync(cancellationToken);
        return found.ToDictionary(file => file.Id, file => file.ToState());
    }

    public async Task<int> AttachAsync(FileHolder holder, long? member, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var context = contexts.Join(transaction);
        var (form, record, field) = (holder.Form, holder.RecordId, holder.Field);
        return await context.Files
            .Where(file => ids.Contains(file.Id) && file.Hash != null && file.Content != null)
            .Where(file => (file.RecordId == null && file.CreatedBy == member) || (file.Form == form && file.RecordId == record && file.Field == field))
            .ExecuteUpdateAsync(
                set => set.SetProperty(file => file.Form, form).SetProperty(file => file.RecordId, record).SetProperty(file => file.Field, field)
                    .SetProperty(file => file.ExpiresAt, (DateTime?)null),
                cancellationToken);
    }

    public async Task ReleaseAsync(FileHolder holder, IReadOnlyCollection<long> ids, DateTime at, CancellationToken cancellationToken)
    {
        await using var context = contexts.Join(transaction);
        var (form, record, field, expiry) = (holder.Form, holder.RecordId, holder.Field, at + Grace);
        await context.Files
            .Where(file => ids.Contains(file.Id) && file.Form == form && file.RecordId == record && file.Field == field)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.ExpiresAt, expiry), cancellationToken);
    }

    /// <summary>Of records that are deleted for ever, comments included: nobody reads them any more, and the next sweep removes them.</summary>
    public static Task<int> ForgetAsync(PlatformContext context, string form, IReadOnlyCollection<long> records, CancellationToken cancellationToken)
        => context.Files.Where(file => file.Form == form && records.Contains(file.RecordId!.Value)).ExecuteUpdateAsync(
            set => set.SetProperty(file => file.Name, "").SetProperty(file => file.Hash, (string?)null).SetProperty(file => file.CreatedBy, (long?)null)
                .SetProperty(file => file.Form, (string?)null).SetProperty(file => file.RecordId, (long?)null).SetProperty(file => file.Field, (string?)null)
                .SetProperty(file => file.CommentId, (long?)null).SetProperty(file => file.ExpiresAt, DateTime.UnixEpoch),
            cancellationToken);
}
