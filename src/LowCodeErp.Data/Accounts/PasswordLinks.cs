using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>
/// Links at which members choose a password, in <c>sys_password_link</c>: made by an administrator, of use once, until they expire or
/// the next one is made for the same member.
/// </summary>
public sealed class PasswordLinks(WorkspaceConnections connections, PasswordPolicy policy, MemberNotes notes, SessionEnds ends, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private static readonly LocalizedText Invited = new("生成邀请链接", "invitation link made");
    private static readonly LocalizedText Reset = new("生成重设密码链接", "link for a new password made");
    private static readonly LocalizedText Chosen = new("通过链接设置了密码", "password chosen through a link");

    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly PasswordHasher<Member> _hasher = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The secret part of the address, which nobody can be shown again; or null, with the reason.</returns>
    public async Task<string?> CreateAsync(long memberId, Actor actor, DiagnosticBag diagnostics, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!actor.IsAdministrator)
        {
            diagnostics.Add(MemberDiagnostics.NotAllowed(actor.Name));
            return null;
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var member = await context.Users.AsNoTracking().SingleOrDefaultAsync(member => member.Id == memberId, cancellationToken);
        if (member is not { IsActive: true })
        {
            diagnostics.Add(member is null ? MemberDiagnostics.Gone() : MemberDiagnostics.Deactivated(member.DisplayName));
            return null;
        }

        var secret = Secret.Create();
        await context.PasswordLinks.Where(link => link.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        context.Add(new PasswordLink { MemberId = memberId, Hash = Secret.Hash(secret), ExpiresAt = Now + Lifetime });
        await context.SaveChangesAsync(cancellationToken);
        await notes.WriteAsync(write, actor, member, [member.PasswordHash is null ? Invited : Reset], cancellationToken);
        await write.CommitAsync(cancellationToken);
        return secret;
    }

    /// <returns>Whose it is; null for a link that cannot be used.</returns>
    public async Task<Member?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await MemberOf(context, secret).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sets the password and ends the link, the lock and whatever is signed in. Of several attempts with one link only the first succeeds.</summary>
    /// <returns>Why the password was not set.</returns>
    public async Task<IReadOnlyList<Diagnostic>> UseAsync(string secret, string password, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if (await MemberOf(context, secret).SingleOrDefaultAsync(cancellationToken) is not { } member)
        {
            return [MemberDiagnostics.LinkUnusable()];
        }

        if (policy.Check(member.UserName, password) is { Count: > 0 } problems)
        {
            return problems;
        }

        var hash = Secret.Hash(secret);
        if (await context.PasswordLinks.Where(link => link.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return [MemberDiagnostics.LinkUnusable()];
        }

        member.PasswordHash = _hasher.HashPassword(member, password);
        (member.AccessFailedCount, member.LockoutEnd) = (0, null);
        await context.SaveChangesAsync(cancellationToken);
        await notes.WriteAsync(write, new(member.Id, member.DisplayName, member.IsAdministrator), member, [Chosen], cancellationToken);
        await ends.EndAsync(write, context, session => session.MemberId == member.Id, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return [];
    }

    private IQueryable<Member> MemberOf(PlatformContext context, string secret)
    {
        var (hash, now) = (Secret.Hash(secret), Now);
        return from member in context.Users
               join link in context.PasswordLinks on member.Id equals link.MemberId
               where link.Hash == hash && link.ExpiresAt > now && member.IsActive
               select member;
    }
}
