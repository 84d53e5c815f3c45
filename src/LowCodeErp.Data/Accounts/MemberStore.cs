using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace LowCodeErp.Data.Accounts;

/// <summary>ASP.NET's store of accounts, except that recovery codes are kept as hashes: each opens an account as a password does.</summary>
public sealed class MemberStore(PlatformContext context, IdentityErrorDescriber? describer = null) : UserOnlyStore<Member, PlatformContext, long>(context, describer)
{
    private const string HashMark = "sha256:";

    /// <summary>When one was used, those that are left come back as hashes.</summary>
    public override Task ReplaceCodesAsync(Member user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
        => base.ReplaceCodesAsync(user, recoveryCodes.Select(code => code.StartsWith(HashMark, StringComparison.Ordinal) ? code : HashOf(user, code)).ToList(), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Member user, string code, CancellationToken cancellationToken)
        => base.RedeemCodeAsync(user, HashOf(user, code), cancellationToken);

    /// <summary>With the member, so that codes cannot be looked for in all accounts at once.</summary>
    private static string HashOf(Member user, string code) => HashMark + Convert.ToHexString(Secret.Hash($"{user.Id}:{code}"));
}
