using LowCodeErp.Data.Platform;
using LowCodeErp.UI.Extending;
using LowCodeErp.Web.Administration.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity;

public static class AccountSetup
{
    public const string SignInPath = "/account/sign-in";
    public const string SignOutPath = "/account/sign-out";
    public const string AccessDeniedPath = "/account/access-denied";

    private static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SessionTime = TimeSpan.FromDays(14);

    /// <summary>Nothing is open to people who have not signed in unless it says so itself.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "lowcode-session";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = SignInPath;
            cookie.LogoutPath = SignOutPath;
            cookie.AccessDeniedPath = AccessDeniedPath;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = SessionTime;
            cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
        // SecurityHeaders says it for every page, and more strictly.
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddAuthorizationBuilder()
            .AddPolicy(AuditPolicy.Name, AuditPolicy.Configure)
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddMembers()
            .AddSignInManager<MemberSignIn>()
            .AddClaimsPrincipalFactory<MemberClaims>();
        return services
            .Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = MemberRevalidation.Interval)
            .AddSingleton<SignInNotes>()
            .AddScoped<ICurrentActor, CircuitActor>()
            .AddScoped<AuthenticationStateProvider, MemberRevalidation>();
    }

    /// <summary>Accounts without sessions: all that a command needs.</summary>
    public static IdentityBuilder AddMembers(this IServiceCollection services)
        => services.AddIdentityCore<Member>(ConfigureAccounts).AddEntityFrameworkStores<PlatformContext>();

    private static void ConfigureAccounts(IdentityOptions options)
    {
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;

        // Length protects; rules about kinds of characters only make people write passwords down.
        options.Password.RequiredLength = 10;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;

        // Chinese names may be user names.
        options.User.AllowedUserNameCharacters = "";
    }
}
