using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>What administrators do with accounts. Changes follow one another, so that two of them cannot deactivate each other.</summary>
public sealed class MemberAccounts(WorkspaceConnections connections, PasswordPolicy policy, MemberNotes notes, SessionEnds ends)
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly PasswordHasher<Member> _hasher = new();
    private readonly UpperInvariantLookupNormalizer _normalizer = new();

    /// <summary>Whether there is anybody yet.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Users.AnyAsync(cancellationToken);
    }

    /// <summary>What keeps them from being added.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(IReadOnlyList<MemberEntry> entries, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await CheckAsync(context, entries, memberId: null, cancellationToken);
    }

    /// <summary>All or, with the reasons, none. They have no password: each needs an invitation.</summary>
    public Task<IReadOnlyList<Diagnostic>> AddAsync(IReadOnlyList<MemberEntry> entries, Actor actor, CancellationToken cancellationToken = default)
        => ChangeAsync(actor, (_, context) => AddAsync(context, entries, cancellationToken), cancellationToken);

    /// <summary>The first administrator, with a password; refused once there is anybody.</summary>
    public Task<IReadOnlyList<Diagnostic>> AddFirstAsync(MemberEntry entry, string password, CancellationToken cancellationToken = default)
        => ChangeAsync(
            Actor.System,
            async (_, context) =>
            {
                if (await context.Users.AnyAsync(cancellationToken))
                {
                    return [MemberDiagnostics.LinkUnusable()];
                }

                var member = Create(entry with { IsAdministrator = true });
                member.PasswordHash = _hasher.HashPassword(member, password);
                context.Add(member);
                return [.. entry.Check(), .. policy.Check(entry.UserName, password)];
            },
            cancellationToken);

    public Task<IReadOnlyList<Diagnostic>> EditAsync(long memberId, MemberEntry entry, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ChangeAsync(memberId, actor, async (_, context, member) =>
        {
            if (await CheckAsync(context, [entry], memberId, cancellationToken) is { Count: > 0 } problems)
            {
                return problems;
            }

            if (member.IsAdministrator && !entry.IsAdministrator && await IsLastAdministratorAsync(context, member, cancellationToken))
            {
                return [MemberDiagnostics.LastAdministrator(member.DisplayName)];
            }

            Apply(entry, member);
            return [];
        }, cancellationToken);
    }

    /// <summary>Deactivated, a member is signed in nowhere any more, and his keys and links are gone.</summary>
    public Task<IReadOnlyList<Diagnostic>> DeactivateAsync(long memberId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return ChangeAsync(memberId, actor, async (write, context, member) =>
        {
            if (memberId == actor.MemberId)
            {
                return [MemberDiagnostics.Oneself()];
            }

            if (await IsLastAdministratorAsync(context, member, cancellationToken))
            {
                return [MemberDiagnostics.LastAdministrator(member.DisplayName)];
            }

            member.IsActive = false;
            await ends.EndAsync(write, context, session => session.MemberId == memberId, cancellationToken);
            await context.ApiKeys.Where(key => key.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
            await context.PasswordLinks.Where(link => link.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    public Task<IReadOnlyList<Diagnostic>> ActivateAsync(long memberId, Actor actor, CancellationToken cancellationToken = default)
        => ChangeAsync(memberId, actor, async (_, context, member) =>
        {
            member.IsActive = true;
            return await CheckAsync(context, [ToEntry(member)], memberId, cancellationToken);
        }, cancellationToken);

    public Task<IReadOnlyList<Diagnostic>> UnlockAsync(long memberId, Actor actor, CancellationToken cancellationToken = default)
        => ChangeAsync(memberId, actor, (_, _, member) => Task.FromResult<IReadOnlyList<Diagnostic>>(Do(() => (member.LockoutEnd, member.AccessFailedCount) = (null, 0))), cancellationToken);

    /// <summary>For who lost the phone: the password alone opens the account again.</summary>
    public Task<IReadOnlyList<Diagnostic>> ResetSecondFactorAsync(long memberId, Actor actor, CancellationToken cancellationToken = default)
        => ChangeAsync(memberId, actor, async (_, context, member) =>
        {
            member.TwoFactorEnabled = false;
            await context.UserTokens.Where(token => token.UserId == memberId).ExecuteDeleteAsync(cancellationToken);
            return [];
        }, cancellationToken);

    private static IReadOnlyList<Diagnostic> Do(Action change)
    {
        change();
        return [];
    }

    private async Task<IReadOnlyList<Diagnostic>> AddAsync(PlatformContext context, IReadOnlyList<MemberEntry> entries, CancellationToken cancellationToken)
    {
        var problems = await CheckAsync(context, entries, memberId: null, cancellationToken);
        context.AddRange(entries.Select(Create));
        return problems;
    }

    /// <param name="memberId">Whose user name and e-mail address it may be already. Leavers keep theirs, and keep nobody else from having it.</param>
    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(PlatformContext context, IReadOnlyList<MemberEntry> entries, long? memberId, CancellationToken cancellationToken)
    {
        var taken = (await context.Users.Where(member => member.Id != memberId).Select(member => member.NormalizedUserName!).ToListAsync(cancellationToken)).ToHashSet();
        var emails = (await context.Users.Where(member => member.Id != memberId && member.IsActive && member.NormalizedEmail != null)
            .Select(member => new { member.NormalizedEmail, member.DisplayName }).ToListAsync(cancellationToken)).ToLookup(member => member.NormalizedEmail, member => member.DisplayName);
        return [.. entries.SelectMany(entry => entry.Check()
            .Concat(entry.Email.Length == 0 ? [] : emails[_normalizer.NormalizeEmail(entry.Email)].Take(1).Select(owner => MemberDiagnostics.EmailTaken(entry.Email, owner)))
            .Concat(taken.Contains(_normalizer.NormalizeName(entry.UserName)) ? [MemberDiagnostics.UserNameTaken(entry.UserName)] : [])
            .Select(entry.At))];
    }

    private static Task<bool> IsLastAdministratorAsync(PlatformContext context, Member member, CancellationToken cancellationToken)
        => member is { IsAdministrator: true, IsActive: true }
            ? context.Users.AllAsync(other => other.Id == member.Id || !other.IsAdministrator || !other.IsActive, cancellationToken)
            : Task.FromResult(false);

    private static MemberEntry ToEntry(Member member) => new(member.UserName!, member.DisplayName, member.Email ?? "", member.IsAdministrator);

    private Member Create(MemberEntry entry)
    {
        var member = new Member { SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true };
        Apply(entry, member);
        return member;
    }

    private void Apply(MemberEntry entry, Member member)
    {
        (member.UserName, member.NormalizedUserName) = (entry.UserName, _normalizer.NormalizeName(entry.UserName));
        (member.Email, member.NormalizedEmail) = entry.Email.Length > 0 ? (entry.Email, _normalizer.NormalizeEmail(entry.Email)) : (null, null);
        (member.DisplayName, member.IsAdministrator) = (entry.DisplayName, entry.IsAdministrator);
    }

    private Task<IReadOnlyList<Diagnostic>> ChangeAsync(
        long memberId, Actor actor, Func<WriteTransaction, PlatformContext, Member, Task<IReadOnlyList<Diagnostic>>> change, CancellationToken cancellationToken)
        => ChangeAsync(
            actor,
            async (write, context) => await context.Users.SingleOrDefaultAsync(member => member.Id == memberId, cancellationToken) is { } member ? await change(write, context, member) : [MemberDiagnostics.Gone()],
            cancellationToken);

    private async Task<IReadOnlyList<Diagnostic>> ChangeAsync(Actor actor, Func<WriteTransaction, PlatformContext, Task<IReadOnlyList<Diagnostic>>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
        {
            return [MemberDiagnostics.NotAllowed(actor.Name)];
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);

        // Takes the rows of the administrators for this transaction.
        await context.Users.Where(member => member.IsAdministrator).ExecuteUpdateAsync(set => set.SetProperty(member => member.IsAdministrator, true), cancellationToken);
        var problems = await change(write, context);
        if (problems.Count == 0)
        {
            await StoreAsync(write, context, actor, cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return problems;
    }

    /// <summary>With what changes, for the log: a new account has its id when it was stored.</summary>
    private async Task StoreAsync(WriteTransaction write, PlatformContext context, Actor actor, CancellationToken cancellationToken)
    {
        var changed = context.ChangeTracker.Entries<Member>().Select(entry => (Member: entry.Entity, Changes: MemberChanges.Of(entry))).Where(change => change.Changes.Count > 0).ToList();
        await context.SaveChangesAsync(cancellationToken);
        foreach (var (member, changes) in changed)
        {
            await notes.WriteAsync(write, actor, member, changes, cancellationToken);
        }
    }
}
