using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Members;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity.MyAccount;

/// <summary>What everybody may change of his own account.</summary>
public sealed class OwnAccount(IServiceScopeFactory scopes, PasswordPolicy policy, MemberSessions sessions)
{
    private const int RecoveryCodes = 10;

    public Task<Member> ReadAsync(long memberId) => WithAsync(memberId, (_, member) => Task.FromResult(member));

    public Task<IReadOnlyList<Diagnostic>> ChangeNameAsync(long memberId, string displayName) => WithAsync<IReadOnlyList<Diagnostic>>(memberId, async (members, member) =>
    {
        var entry = new MemberEntry(member.UserName!, displayName, member.Email ?? "", member.IsAdministrator).Tidy();
        if (entry.Check().ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        member.DisplayName = entry.DisplayName;
        await StoreAsync(members.UpdateAsync(member));
        return [];
    });

    public Task ChangeLanguageAsync(long memberId, string language) => WithAsync(memberId, async (members, member) =>
    {
        member.Culture = language;
        await StoreAsync(members.UpdateAsync(member));
        return member;
    });

    /// <summary>Wrong passwords count towards the lock. Whatever else is signed in as this member is signed out.</summary>
    /// <param name="session">The one that goes on.</param>
    public Task<IReadOnlyList<Diagnostic>> ChangePasswordAsync(long memberId, string present, string password, long? session) => WithAsync<IReadOnlyList<Diagnostic>>(memberId, async (members, member) =>
    {
        if (await CheckPasswordAsync(members, member, present) is { } refusal)
        {
            return [refusal];
        }

        if (policy.Check(member.UserName, password) is { Count: > 0 } problems)
        {
            return problems;
        }

        await StoreAsync(members.ChangePasswordAsync(member, present, password));
        await sessions.EndAllAsync(memberId, session);
        return [];
    });

    /// <returns>A new key for the authenticator app, of use once it was confirmed by a code; null where the second factor is on, since turning it off takes the password.</returns>
    public Task<string?> BeginSecondFactorAsync(long memberId) => WithAsync(memberId, async (members, member) =>
    {
        if (member.TwoFactorEnabled)
        {
            return null;
        }

        await StoreAsync(members.ResetAuthenticatorKeyAsync(member));
        return await members.GetAuthenticatorKeyAsync(member);
    });

    /// <returns>The recovery codes, which nobody can be shown again; null when the code is wrong.</returns>
    public Task<IReadOnlyList<string>?> ConfirmSecondFactorAsync(long memberId, string code) => WithAsync<IReadOnlyList<string>?>(memberId, async (members, member) =>
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await members.VerifyTwoFactorTokenAsync(member, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return null;
        }

        await StoreAsync(members.SetTwoFactorEnabledAsync(member, true));
        return [.. (await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes))!];
    });

    public Task<IReadOnlyList<Diagnostic>> EndSecondFactorAsync(long memberId, string password) => WithAsync<IReadOnlyList<Diagnostic>>(memberId, async (members, member) =>
    {
        if (await CheckPasswordAsync(members, member, password) is { } refusal)
        {
            return [refusal];
        }

        await StoreAsync(members.SetTwoFactorEnabledAsync(member, false));
        await StoreAsync(members.ResetAuthenticatorKeyAsync(member));
        return [];
    });

    private static async Task<Diagnostic?> CheckPasswordAsync(UserManager<Member> members, Member member, string password)
    {
        if (await members.IsLockedOutAsync(member))
        {
            return MemberDiagnostics.LockedOut();
        }

        if (await members.CheckPasswordAsync(member, password))
        {
            await StoreAsync(members.ResetAccessFailedCountAsync(member));
            return null;
        }

        await StoreAsync(members.AccessFailedAsync(member));
        return MemberDiagnostics.PasswordWrong();
    }

    /// <summary>Whatever a person can do wrong was checked before.</summary>
    private static async Task StoreAsync(Task<IdentityResult> storing)
    {
        var result = await storing;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"An account could not be changed: {result}");
        }
    }

    /// <summary>A page lives for hours: each of its steps reads the account anew.</summary>
    private async Task<T> WithAsync<T>(long memberId, Func<UserManager<Member>, Member, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        var member = await members.FindByIdAsync(memberId.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"There is no member {memberId}.");
        return await act(members, member);
    }
}
