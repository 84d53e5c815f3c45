using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Members;
using LowCodeErp.UI.Extending;
using LowCodeErp.Web.Administration.Audit;
using LowCodeErp.Web.Identity.Keys;
using LowCodeErp.Web.Identity.Limits;
using LowCodeErp.Web.Identity.MyAccount;
using LowCodeErp.Web.Identity.Passwords;
using LowCodeErp.Web.Identity.SecondFactor;
using LowCodeErp.Web.Identity.Sessions;
using LowCodeErp.Web.Identity.SetUp;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity;

public static class AccountSetup
{
    public const string SignInPath = "/account/sign-in";
    public const string SignOutPath = "/account/sign-out";
    public const string AccessDeniedPath = "/account/access-denied";

    /// <summary>Of pages that administrators alone may open.</summary>
    public const string AdministratorPolicy = "administrator";

    private const string Scheme = "account";
    private const string PasswordSection = "Passwords";

    private static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    /// <summary>Between the password and the code.</summary>
    private static readonly TimeSpan SecondFactorTime = TimeSpan.FromMinutes(5);

    /// <summary>Nothing is open to people who have not signed in unless it says so itself.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, scheme => scheme.ForwardDefaultSelector = ApiAccess.SelectScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureSession)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                cookie.Cookie.Name = "lowcode-second-factor";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = SecondFactorTime;
            });
        // SecurityHeaders says it for every page, and more strictly.
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddAuthorizationBuilder()
            .AddPolicy(AuditPolicy.Name, AuditPolicy.Configure)
            .AddPolicy(AdministratorPolicy, policy => policy.RequireClaim(PortalClaims.IsAdministrator, bool.TrueString))
            .AddPolicy(ApiAccess.Policy, ApiAccess.Require)
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, AuditRights>();
        services.AddCascadingAuthenticationState();
        services.AddMembers()
            .AddSignInManager<MemberSignIn>()
            .AddClaimsPrincipalFactory<MemberClaims>()
            .AddTokenProvider<SecondFactorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        return services
            .AddSingleton<SignInNotes>()
            .AddScoped<ICurrentActor, CircuitActor>()
            .AddSingleton<UseNotes>()
            .AddHostedService(provider => provider.GetRequiredService<UseNotes>())
            .AddSingleton<SessionWatch>()
            .AddHostedService(provider => provider.GetRequiredService<SessionWatch>())
            .AddScoped<CircuitSession>()
            .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitSession>())
            .AddSingleton<FirstRun>()
            .AddSingleton<OwnAccount>()
            .AddRequestLimits();
    }

    /// <summary>Accounts without sessions: all that a command needs.</summary>
    public static IdentityBuilder AddMembers(this IServiceCollection services)
    {
        services
            .AddSingleton(provider => new PasswordPolicy(provider.GetRequiredService<IConfiguration>().GetSection(PasswordSection).Get<PasswordSettings>() ?? new()))
            .AddSingleton<MemberSessions>()
            .AddSingleton<MemberViewings>()
            .AddSingleton<MemberNotes>()
            .AddSingleton<SessionEnds>()
            .AddSingleton<MemberAccounts>()
            .AddSingleton<MemberDirectory>()
            .AddSingleton<PasswordLinks>()
            .AddSingleton<ApiKeys>()
            // Before ASP.NET's own, which it takes the place of.
            .AddScoped<IPasswordValidator<Member>, PasswordRule>();
        return services.AddIdentityCore<Member>(ConfigureAccounts).AddUserStore<MemberStore>();
    }

    private static void ConfigureSession(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "lowcode-session";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = SignInPath;
        options.LogoutPath = SignOutPath;
        options.AccessDeniedPath = AccessDeniedPath;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = MemberSessions.Lifetime;
        options.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
    }

    private static void ConfigureAccounts(IdentityOptions options)
    {
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;

        // Chinese names may be user names.
        options.User.AllowedUserNameCharacters = "";
    }
}
