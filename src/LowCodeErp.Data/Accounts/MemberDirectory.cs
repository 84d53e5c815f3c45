using System.Linq.Expressions;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>Everybody with an account, as administrators read them, a page at a time; to anybody else nobody is there.</summary>
public sealed class MemberDirectory(WorkspaceConnections connections, TimeProvider clock)
{
    private readonly PlatformContextFactory _contexts = new(connections);

    /// <summary>Active ones first, by name.</summary>
    public async Task<MemberPage> ReadAsync(MemberQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
        {
            return MemberPage.Empty;
        }

        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var found = Find(context, query);
        var page = found.OrderByDescending(member => member.IsActive).ThenBy(member => member.DisplayName).ThenBy(member => member.Id).Skip(query.Skip).Take(query.Take);
        return new(await ListAsync(page, cancellationToken), await found.CountAsync(cancellationToken));
    }

    public Task<ListedMember?> FindAsync(long memberId, Actor actor, CancellationToken cancellationToken = default)
        => FindAsync(member => member.Id == memberId, actor, cancellationToken);

    public Task<ListedMember?> FindAsync(string userName, Actor actor, CancellationToken cancellationToken = default)
        => FindAsync(member => member.UserName == userName, actor, cancellationToken);

    private static IQueryable<Member> Find(PlatformContext context, MemberQuery query)
    {
        var members = InState(context.Users.AsNoTracking(), query.State);
        if (query.Departments is { } chosen)
        {
            var departments = chosen.ToArray();
            members = members.Where(member => context.Memberships.Any(membership => membership.MemberId == member.Id && departments.Contains(membership.DepartmentId)));
        }

        var words = query.Words.Trim();
#pragma warning disable CA1304, CA1311, CA1862 // They become functions of the database.
        return words.Length == 0 ? members : members.Where(member =>
            member.DisplayName.ToLower().Contains(words.ToLower()) || member.UserName!.ToLower().Contains(words.ToLower()) || (member.Email != null && member.Email.ToLower().Contains(words.ToLower())));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static IQueryable<Member> InState(IQueryable<Member> members, MemberState? state) => state switch
    {
        null => members,
        MemberState.Active => members.Where(member => member.IsActive),
        MemberState.Deactivated => members.Where(member => !member.IsActive),
        MemberState.Administrator => members.Where(member => member.IsAdministrator),
        MemberState.WithoutPassword => members.Where(member => member.IsActive && member.PasswordHash == null),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private async Task<ListedMember?> FindAsync(Expression<Func<Member, bool>> isMeant, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
        {
            return null;
        }

        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return (await ListAsync(context.Users.AsNoTracking().Where(isMeant), cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<ListedMember>> ListAsync(IQueryable<Member> members, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var listed = await members
            .Select(member => new ListedMember(
                member.Id, member.UserName!, member.DisplayName, member.Email ?? "", member.IsAdministrator, member.IsActive, member.PasswordHash != null, member.TwoFactorEnabled, member.LockoutEnd))
            .ToListAsync(cancellationToken);
        return [.. listed.Select(member => member.LockedUntil <= now ? member with { LockedUntil = null } : member)];
    }
}
