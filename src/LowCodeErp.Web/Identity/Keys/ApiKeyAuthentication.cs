using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Web.Identity.Keys;

/// <summary><c>Authorization: Bearer lck_…</c>: a key acts as its member, with his rights.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys, UseNotes notes, UserManager<Member> members, IUserClaimsPrincipalFactory<Member> claims)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "api-key";
    public const string ScopeClaim = "scope";
    public const string ReadScope = "read";

    private static readonly LocalizedText Refused = new(
        "API 密钥无效：已撤销、已过期或不存在。请在“我的账号”中创建新的密钥。", "The API key cannot be used: it was revoked, has expired or never was one. Make a new one under \"My account\".");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiAccess.FindKey(Request) is not { } secret
            || await keys.FindAsync(secret, Context.RequestAborted) is not { } key
            || await members.FindByIdAsync(key.MemberId.ToString(CultureInfo.InvariantCulture)) is not { } member)
        {
            return AuthenticateResult.Fail("The key is not known.");
        }

        notes.Note(key);
        var user = await claims.CreateAsync(member);
        ((ClaimsIdentity)user.Identity!).AddClaim(new(ScopeClaim, key.CanWrite ? "write" : ReadScope));
        return AuthenticateResult.Success(new(user, SchemeName));
    }

    /// <summary>A program is told so; it has no use for the sign-in page.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.ContentType = "text/plain; charset=utf-8";
        await Response.WriteAsync(Refused.ToString(), Context.RequestAborted);
    }
}
