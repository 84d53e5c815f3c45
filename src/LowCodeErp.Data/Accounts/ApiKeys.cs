using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>Keys of programs in <c>sys_api_key</c>. A key is of use as long as its member is active.</summary>
public sealed class ApiKeys(WorkspaceConnections connections, IdAllocator ids, MemberNotes notes, TimeProvider clock)
{
    public const string Prefix = "lck_";
    public const int LongestLifeInDays = 366;
    public const int MostOfAMember = 20;

    /// <summary>A write for every call would be many for a time that nobody reads to the second.</summary>
    public static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    private readonly PlatformContextFactory _contexts = new(connections);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>For a member himself.</summary>
    /// <returns>The key, which nobody can be shown again; or null, with the reasons.</returns>
    public async Task<string?> CreateAsync(Actor actor, string name, bool canWrite, DateTime expiresAt, DiagnosticBag diagnostics, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var memberId = actor.MemberId ?? throw new ArgumentException("A key belongs to a member.", nameof(actor));
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        diagnostics.AddRange(Check(name.Trim(), expiresAt));
        if (await context.ApiKeys.CountAsync(key => key.MemberId == memberId, cancellationToken) >= MostOfAMember)
        {
            diagnostics.Add(MemberDiagnostics.TooManyKeys(MostOfAMember));
        }

        if (diagnostics.HasErrors)
        {
            return null;
        }

        var secret = Secret.Create(Prefix);
        context.Add(new ApiKey
        {
            Id = await ids.NextAsync(write, IdSequence.ApiKey, 1, cancellationToken),
            MemberId = memberId,
            Name = name.Trim(),
            CanWrite = canWrite,
            Hash = Secret.Hash(secret),
            CreatedAt = Now,
            ExpiresAt = expiresAt,
        });
        await context.SaveChangesAsync(cancellationToken);
        await NoteAsync(write, context, actor, memberId, new($"新建 API 密钥“{name.Trim()}”", $"API key \"{name.Trim()}\" made"), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return secret;
    }

    /// <returns>Null for a key that never was one, was revoked or has expired, or whose member was deactivated.</returns>
    public async Task<ApiKeyStanding?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (Secret.Hash(secret), Now);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await (
            from key in context.ApiKeys
            join member in context.Users on key.MemberId equals member.Id
            where key.Hash == hash && key.ExpiresAt > now && member.IsActive
            select new ApiKeyStanding(key.Id, member.Id, key.CanWrite, key.LastUsedAt)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Writes down that those are in use, as far as that was not done lately.</summary>
    public async Task SeeAsync(IEnumerable<ApiKeyStanding> standings, CancellationToken cancellationToken = default)
    {
        var now = Now;
        var used = standings.Where(standing => standing.LastUsedAt is null || standing.LastUsedAt < now - UsedEvery).Select(standing => standing.Id).ToList();
        if (used.Count > 0)
        {
            await using var write = await connections.BeginWriteAsync(cancellationToken);
            await using var context = _contexts.Join(write);
            await context.ApiKeys.Where(key => used.Contains(key.Id)).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, now), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
    }

    /// <summary>His own keys or, for an administrator who names nobody, those of all.</summary>
    public async Task<IReadOnlyList<ListedApiKey>> ListAsync(Actor actor, long? memberId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var owner = actor.IsAdministrator ? memberId : actor.MemberId;
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await (
            from key in context.ApiKeys
            join member in context.Users on key.MemberId equals member.Id
            where owner == null || key.MemberId == owner
            orderby key.Id descending
            select new ListedApiKey(key.Id, key.MemberId, member.DisplayName, key.Name, key.CanWrite, key.CreatedAt, key.ExpiresAt, key.LastUsedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One's own; an administrator's whatever.</summary>
    public async Task RevokeAsync(Actor actor, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (isAdministrator, memberId) = (actor.IsAdministrator, actor.MemberId);
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if (await context.ApiKeys.SingleOrDefaultAsync(key => key.Id == id && (isAdministrator || key.MemberId == memberId), cancellationToken) is { } revoked)
        {
            context.Remove(revoked);
            await context.SaveChangesAsync(cancellationToken);
            await NoteAsync(write, context, actor, revoked.MemberId, new($"撤销 API 密钥“{revoked.Name}”", $"API key \"{revoked.Name}\" revoked"), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
    }

    private IEnumerable<Diagnostic> Check(string name, DateTime expiresAt)
    {
        if (name.Length is 0 or > ApiKey.LongestName)
        {
            yield return MemberDiagnostics.KeyNameInvalid();
        }

        if (expiresAt <= Now || expiresAt > Now.AddDays(LongestLifeInDays + 1))
        {
            yield return MemberDiagnostics.KeyExpiryInvalid(LongestLifeInDays);
        }
    }

    private async Task NoteAsync(WriteTransaction write, PlatformContext context, Actor actor, long memberId, LocalizedText change, CancellationToken cancellationToken)
        => await notes.WriteAsync(write, actor, await context.Users.AsNoTracking().SingleAsync(member => member.Id == memberId, cancellationToken), [change], cancellationToken);
}
