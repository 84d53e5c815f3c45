using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LowCodeErp.Data.Accounts;

/// <summary>
/// ASP.NET's store of accounts, except that recovery codes are kept as hashes, since each opens an account as a password does, that the key of the second factor is encrypted, and that what changes is written down.
/// Members change their own accounts through it, and the command line adds some; administrators change others' by <see cref="MemberAccounts"/>.
/// </summary>
public sealed class MemberStore(PlatformContext context, WorkspaceConnections connections, MemberNotes notes, IdentityErrorDescriber? describer = null) : UserOnlyStore<Member, PlatformContext, long>(context, describer)
{
    private const string HashMark = "sha256:";

    public override async Task<IdentityResult> CreateAsync(Member user, CancellationToken cancellationToken = default)
    {
        await NoteAsync(Context.Add(user), Actor.System, cancellationToken);
        return await base.CreateAsync(user, cancellationToken);
    }

    public override async Task<IdentityResult> UpdateAsync(Member user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        await NoteAsync(Context.Entry(user), new(user.Id, user.DisplayName, user.IsAdministrator), cancellationToken);
        return await base.UpdateAsync(user, cancellationToken);
    }

    /// <summary>When one was used, those that are left come back as hashes.</summary>
    public override Task ReplaceCodesAsync(Member user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
        => base.ReplaceCodesAsync(user, recoveryCodes.Select(code => code.StartsWith(HashMark, StringComparison.Ordinal) ? code : HashOf(user, code)).ToList(), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Member user, string code, CancellationToken cancellationToken)
        => base.RedeemCodeAsync(user, HashOf(user, code), cancellationToken);

    /// <summary>Codes of another key have not been used yet.</summary>
    public override Task SetAuthenticatorKeyAsync(Member user, string key, CancellationToken cancellationToken)
    {
        user.LastCodeStep = 0;
        return base.SetAuthenticatorKeyAsync(user, connections.Keys.Seal(KeyOf(user), key), cancellationToken);
    }

    /// <summary>One of an earlier version of this program is readable still. Null where the data key is lost.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(Member user, CancellationToken cancellationToken)
    {
        var stored = await base.GetAuthenticatorKeyAsync(user, cancellationToken);
        return stored is null || !DataKeys.IsSealed(stored) ? stored : connections.Keys.Open(KeyOf(user), stored);
    }

    private static SealedPlace KeyOf(Member member) => new("sys-member-token", "authenticator-key", member.Id);

    private async Task NoteAsync(EntityEntry<Member> entry, Actor actor, CancellationToken cancellationToken)
    {
        if (MemberChanges.Of(entry) is { Count: > 0 } changes)
        {
            await notes.WriteAsync(actor, entry.Entity, changes, cancellationToken);
        }
    }

    /// <summary>With the member, so that codes cannot be looked for in all accounts at once.</summary>
    private static string HashOf(Member user, string code) => HashMark + Convert.ToHexString(Secret.Hash($"{user.Id}:{code}"));
}
