using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>
/// Ties a circuit to the session of its member. Once that has ended, nobody is signed in here any more, so that the page leads to the sign-in; and whatever the
/// browser sends all the same is not listened to.
/// </summary>
internal sealed class CircuitSession(AuthenticationStateProvider authentication, SessionWatch watch) : CircuitHandler
{
    private volatile bool _hasEnded;

    /// <summary>As the circuit knows its member.</summary>
    public bool? IsAdministrator { get; private set; }

    /// <summary>At the start, and when a connection that was lost is back: then it may be that of another session.</summary>
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        IsAdministrator = user.HasClaim(PortalClaims.IsAdministrator, bool.TrueString);
        if (SessionClaim.Find(user) is { } session)
        {
            watch.Watch(this, session);
        }
        else
        {
            End();
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watch.Forget(this);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next)
        => activity => _hasEnded ? Task.CompletedTask : next(activity);

    public void End()
    {
        _hasEnded = true;
        watch.Forget(this);
        ((ServerAuthenticationStateProvider)authentication).SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }
}
