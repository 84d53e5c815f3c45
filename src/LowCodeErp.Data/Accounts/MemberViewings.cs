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
public sealed class MemberViewings(WorkspaceConnections connections, AuditLog audit, SessionEnds ends, TimeProvider clock)
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

        await audit.WriteAsync(write, SessionEnds.Describe(AuditKind.ViewingBegun, actor, viewed, until, why), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Nothing is done for a session in which nobody is viewed.</summary>
    public async Task EndAsync(long session, string? address = null, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginOwnWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if (await ends.EndViewingsAsync(write, context, context.Sessions.Where(row => row.Id == session), address, cancellationToken))
        {
            await write.CommitAsync(cancellationToken);
        }
    }
}
