using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity;

/// <summary>Asks again, while a circuit runs, whether its member is still active and has not been signed out elsewhere (R115).</summary>
internal sealed class MemberRevalidation(ILoggerFactory loggers, IServiceScopeFactory scopes, IHostApplicationLifetime program)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    public static TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (program.ApplicationStopping.IsCancellationRequested)
        {
            // The circuit's clock outlives the program's services by up to an interval. There is nobody left to ask, nor anything to protect.
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Member>>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
