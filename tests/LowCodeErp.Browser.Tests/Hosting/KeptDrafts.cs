using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>What is stored of records that people are in the middle of entering. It is encrypted there, so that whoever looks needs the workspace's keys.</summary>
internal static class KeptDrafts
{
    public static async Task<bool> HoldAsync(WorkspaceConnections connections, string text, CancellationToken cancellationToken)
    {
        var store = new DraftStore(connections, TimeProvider.System);
        await using var platform = new PlatformContextFactory(connections).CreateDbContext();
        foreach (var row in await platform.Drafts.AsNoTracking().Select(draft => new { draft.MemberId, draft.Form, draft.RecordId }).Distinct().ToListAsync(cancellationToken))
        {
            var kept = await store.ListAsync(new(row.MemberId, row.Form, row.RecordId == 0 ? null : row.RecordId), cancellationToken);
            if (kept.Any(draft => draft.Content.Contains(text, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
