using System.Linq.Expressions;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>Ends sessions, and with them, which the audit log is told, that somebody was viewed in them: whoever ends them, and for whatever reason.</summary>
public sealed class SessionEnds(AuditLog audit)
{
    /// <summary>As part of the transaction.</summary>
    public async Task EndAsync(WriteTransaction write, PlatformContext context, Expression<Func<MemberSession, bool>> isMeant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var sessions = context.Sessions.Where(isMeant);
        await EndViewingsAsync(write, context, sessions, address: null, cancellationToken);
        await sessions.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Nothing is done for sessions in which nobody is viewed.</summary>
    /// <param name="address">From where the view is ended, if the administrator does it himself.</param>
    /// <returns>Whether there was any.</returns>
    internal async Task<bool> EndViewingsAsync(WriteTransaction write, PlatformContext context, IQueryable<MemberSession> sessions, string? address, CancellationToken cancellationToken)
    {
        var found = await (
            from session in sessions.AsNoTracking()
            join owner in context.Users.AsNoTracking() on session.MemberId equals owner.Id
            join viewed in context.Users.AsNoTracking() on session.ViewedMemberId equals viewed.Id
            select new { Session = session, Owner = owner, Viewed = viewed }).ToListAsync(cancellationToken);
        foreach (var viewing in found)
        {
            // Of two who end it at once the second finds nothing to end, and writes no second entry.
            var ended = await context.Sessions.Where(session => session.Id == viewing.Session.Id && session.ViewedMemberId != null).ExecuteUpdateAsync(
                set => set.SetProperty(session => session.ViewedMemberId, (long?)null).SetProperty(session => session.ViewingUntil, (DateTime?)null).SetProperty(session => session.ViewingReason, (string?)null),
                cancellationToken);
            if (ended > 0)
            {
                var actor = new Actor(viewing.Owner.Id, viewing.Owner.DisplayName, viewing.Owner.IsAdministrator) { Address = address };
                await audit.WriteAsync(write, Describe(AuditKind.ViewingEnded, actor, viewing.Viewed, viewing.Session.ViewingUntil!.Value, viewing.Session.ViewingReason!), cancellationToken);
            }
        }

        return found.Count > 0;
    }

    /// <summary>That a view of a member begins or ends.</summary>
    internal static AuditEntry Describe(AuditKind kind, Actor actor, Member viewed, DateTime until, string why) => new(kind, actor)
    {
        RecordId = viewed.Id,
        Facts = [new(AuditDetail.ViewingAs, viewed.DisplayName), new(AuditDetail.Reason, why), new(AuditDetail.Date, until.ToString("u", System.Globalization.CultureInfo.InvariantCulture))],
    };
}
