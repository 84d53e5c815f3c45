using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Mapping;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Auditing;

/// <summary>The rows of <c>sys_audit</c>. Each is one INSERT.</summary>
public sealed class AuditLog(WorkspaceConnections connections, IdAllocator ids, TimeProvider clock) : IAuditLog
{
    private const int NameLength = 100;

    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginOwnWriteAsync(cancellationToken);
        await WriteAsync(write, entry, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>As a part of the caller's transaction: both are stored, or neither is.</summary>
    public async Task WriteAsync(WriteTransaction transaction, AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(entry);
        var id = await ids.NextAsync(transaction, IdSequence.Audit, 1, cancellationToken);
        await using var context = _contexts.Join(transaction);
        // What fails here fails the transaction; there is nothing to go back to.
        context.Database.AutoSavepointsEnabled = false;
        context.Audit.Add(ToRow(entry, id, clock.GetUtcNow().UtcDateTime));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static AuditRow ToRow(AuditEntry entry, long id, DateTime now) => new AuditRow
    {
        Id = id,
        At = now,
        ActorId = entry.Actor.SeenBy?.MemberId ?? entry.Actor.MemberId ?? 0,
        ActorName = Cut(entry.Actor.SeenBy?.Name ?? entry.Actor.Name, NameLength),
        Kind = KeyedEnum.ToKey(entry.Kind),
        App = entry.App ?? "",
        Form = entry.Form ?? "",
        RecordId = entry.RecordId ?? 0,
        Details = AuditDetails.Write(FactsOf(entry)),
        Address = Cut(entry.Actor.Address ?? "", AuditRow.AddressLength),
    }.Seal();

    /// <summary>Who looks through another's eyes does it himself, and the log says through whose.</summary>
    private static IReadOnlyList<AuditFact> FactsOf(AuditEntry entry)
        => entry.Actor.SeenBy is null ? entry.Facts : [new(AuditDetail.ViewingAs, entry.Actor.Name), .. entry.Facts];

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
