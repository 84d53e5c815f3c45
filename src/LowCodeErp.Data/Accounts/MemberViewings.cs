using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>
/// Begins and ends that an administrator sees the program as another member. It belongs to his session and ends with it; both are written to the audit log
/// in the same transaction.
/// </summary>
public sealed class MemberViewings(WorkspaceConnections connections, AuditLog audit, TimeProvider clock)
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    private readonly PlatformContextFactory _contexts = new(connections);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>What keeps it from beginning; nothing when it has begun.</returns>
    public async Task<Diagnostic?> BeginAsync(long session, long memberId, string? reason, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor is not { IsAdministrator: true, MemberId: { } owner, SeenBy: null })
        {
            return AccessDiagnostics.NotYoursToView();
        }

        var why = (reason ?? "").Trim();
        if (why.Length is 0 or > MemberSession.LongestReason)
        {
            return AccessDiagnostics.ViewReasonMissing(MemberSession.LongestReason);
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(member => member.Id == memberId && member.IsActive, cancellationToken) is not { } viewed)
        {
            return AccessDiagnostics.UnknownMember();
        }

        if (viewed.IsAdministrator)
        {
            return AccessDiagnostics.AdministratorSeesAll(viewed.DisplayName);
        }

        var (now, until) = (Now, Now + Limit);
        // Of the session that goes on, and of none in which somebody is viewed already.
        var begun = await context.Sessions.Where(row => row.Id == session && row.MemberId == owner && (row.ViewingUntil == null || row.ViewingUntil <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ViewedMemberId, memberId).SetProperty(row => row.ViewingUntil, until).SetProperty(row => row.ViewingReason, why), cancellationToken);
        if (begun == 0)
        {
            return AccessDiagnostics.NotYoursToView();
        }

        await audit.WriteAsync(write, Describe(AuditKind.ViewingBegun, actor, viewed, until, why), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Nothing is done for a session in which nobody is viewed.</summary>
    public async Task EndAsync(long session, string? address = null, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginOwnWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var found = await (
            from row in context.Sessions.AsNoTracking()
            join owner in context.Users.AsNoTracking() on row.MemberId equals owner.Id
            join viewed in context.Users.AsNoTracking() on row.ViewedMemberId equals viewed.Id
            where row.Id == session
            select new { Row = row, Owner = owner, Viewed = viewed }).SingleOrDefaultAsync(cancellationToken);
        var ended = await context.Sessions.Where(row => row.Id == session && row.ViewedMemberId != null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ViewedMemberId, (long?)null).SetProperty(row => row.ViewingUntil, (DateTime?)null).SetProperty(row => row.ViewingReason, (string?)null), cancellationToken);
        if (found is null || ended == 0)
        {
            return;
        }

        var actor = new Actor(found.Owner.Id, found.Owner.DisplayName, found.Owner.IsAdministrator) { Address = address };
        await audit.WriteAsync(write, Describe(AuditKind.ViewingEnded, actor, found.Viewed, found.Row.ViewingUntil!.Value, found.Row.ViewingReason!), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static AuditEntry Describe(AuditKind kind, Actor actor, Member viewed, DateTime until, string why) => new(kind, actor)
    {
        RecordId = viewed.Id,
        Facts = [new(AuditDetail.ViewingAs, viewed.DisplayName), new(AuditDetail.Reason, why), new(AuditDetail.Date, until.ToString("u", System.Globalization.CultureInfo.InvariantCulture))],
    };
}
