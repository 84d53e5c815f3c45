using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Encryption;

/// <summary>Makes a new data key: what is stored from now on is sealed with it, and what was stored before is opened with the keys of then (decision 0042).</summary>
public sealed class KeyRenewal(WorkspaceConnections connections, PlatformContextFactory contexts, KeyOpening opening, AuditLog audit)
{
    /// <returns>The number of the new key; or why there is none, since the keys that there are cannot be read.</returns>
    public async Task<(long Id, Diagnostic? Problem)> RunAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (connections.Keys.Problem is { } problem)
        {
            return (0, problem);
        }

        // No two nodes give one number twice.
        await using var write = await connections.BeginSchemaChangeAsync(cancellationToken);
        await using var context = contexts.Join(write);
        var keys = await context.DataKeys.AsNoTracking().OrderBy(key => key.Id).ToListAsync(cancellationToken);
        var key = opening.Create(keys[^1].Id + 1);
        context.Add(key);
        await context.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(write, new(AuditKind.KeyChange, actor) { Facts = [new(AuditDetail.Version, key.Id)] }, cancellationToken);
        await write.CommitAsync(cancellationToken);
        opening.Adopt([.. keys, key]);
        return (key.Id, null);
    }
}
