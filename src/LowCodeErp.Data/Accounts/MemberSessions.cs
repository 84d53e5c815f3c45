using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>Who is signed in where, in <c>sys_session</c>. Whoever has no row there is signed in nowhere, whatever his cookie says.</summary>
public sealed class MemberSessions(WorkspaceConnections connections, IdAllocator ids, SessionEnds ends, TimeProvider clock)
{
    /// <summary>A write for every request would be many for a time that nobody reads to the second.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>A session that nobody used for so long has ended.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>A server takes 2,100 parameters at most.</summary>
    private const int IdsInStatement = 500;

    private readonly PlatformContextFactory _contexts = new(connections);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Its id. Those that nobody used any more go by the way.</returns>
    public async Task<long> StartAsync(long memberId, string userAgent, string remoteAddress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        await using var write = await connections.BeginOwnWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var (now, oldest) = (Now, Now - Lifetime);
        await ends.EndAsync(write, context, session => session.LastSeenAt < oldest, cancellationToken);
        var id = await ids.NextAsync(write, IdSequence.Session, 1, cancellationToken);
        context.Add(new MemberSession
        {
            Id = id,
            MemberId = memberId,
            StartedAt = now,
            LastSeenAt = now,
            UserAgent = userAgent[..Math.Min(userAgent.Length, MemberSession.LongestUserAgent)],
            RemoteAddress = remoteAddress,
        });
        await context.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return id;
    }

    /// <returns>Null for a session that has ended, or whose member was deactivated.</returns>
    public async Task<SessionStanding?> FindAsync(long id, CancellationToken cancellationToken = default)
        => (await FindAsync([id], cancellationToken)).SingleOrDefault();

    /// <summary>Those that go on.</summary>
    public async Task<IReadOnlyList<SessionStanding>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var (oldest, found) = (Now - Lifetime, new List<SessionStanding>());
        foreach (var asked in ids.Chunk(IdsInStatement))
        {
            var rows = await (
                from session in context.Sessions.AsNoTracking()
                join member in context.Users.AsNoTracking() on session.MemberId equals member.Id
                from viewed in context.Users.AsNoTracking().Where(other => other.Id == session.ViewedMemberId).DefaultIfEmpty()
                where asked.Contains(session.Id) && session.LastSeenAt >= oldest && member.IsActive
                select new { Session = session, Member = member, Viewed = viewed }).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(row => ToStanding(row.Session, row.Member, row.Viewed)));
        }

        return found;
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<MemberSession>> ListAsync(long memberId, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var oldest = Now - Lifetime;
        return await context.Sessions.AsNoTracking().Where(session => session.MemberId == memberId && session.LastSeenAt >= oldest)
            .OrderByDescending(session => session.LastSeenAt).ThenByDescending(session => session.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Writes down that those are in use, as far as that was not done lately.</summary>
    public async Task SeeAsync(IEnumerable<SessionStanding> standings, CancellationToken cancellationToken = default)
    {
        var now = Now;
        foreach (var seen in standings.Where(standing => standing.LastSeenAt < now - SeenEvery).Select(standing => standing.Id).Chunk(IdsInStatement))
        {
            await WriteAsync(
                (_, context) => context.Sessions.Where(session => seen.Contains(session.Id)).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken),
                cancellationToken);
        }
    }

    /// <summary>A session of this member; of anybody else's nothing is done.</summary>
    public Task EndAsync(long memberId, long id, CancellationToken cancellationToken = default)
        => WriteAsync((write, context) => ends.EndAsync(write, context, session => session.Id == id && session.MemberId == memberId, cancellationToken), cancellationToken);

    /// <param name="except">The one that goes on, if any.</param>
    public Task EndAllAsync(long memberId, long? except, CancellationToken cancellationToken = default)
        => WriteAsync((write, context) => ends.EndAsync(write, context, session => session.MemberId == memberId && session.Id != except, cancellationToken), cancellationToken);

    private SessionStanding ToStanding(MemberSession session, Member member, Member? viewed)
        => new(session.Id, member.Id, member.UserName!, member.DisplayName, member.IsAdministrator, session.LastSeenAt)
        {
            Viewing = MemberViewing.IsInForce(session, member, viewed, Now) ? new(viewed!.Id, viewed.DisplayName, session.ViewingUntil!.Value, session.ViewingReason!) : null,
            IsViewingOver = session.ViewedMemberId is not null && !MemberViewing.IsInForce(session, member, viewed, Now),
        };

    private async Task WriteAsync(Func<WriteTransaction, PlatformContext, Task> change, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginOwnWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await change(write, context);
        await write.CommitAsync(cancellationToken);
    }
}
