using System.Security.Claims;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Web.Identity.Viewing;
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
    private bool? _isAdministrator;
    private long? _viewed;
    private string _name = "";

    /// <summary>At the start, and when a connection that was lost is back: then it may be that of another session.</summary>
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        (_isAdministrator, _viewed, _name) = (user.HasClaim(PortalClaims.IsAdministrator, bool.TrueString), ViewingClaims.FindViewed(user), ViewingClaims.NameOfViewed(user));
        if (SessionClaim.Find(user) is { } session)
        {
            watch.Watch(this, session);
        }
        else
        {
            End();
        }
    }

    /// <summary>Whether the member may what he could when the page was opened, and is seen, if at all, as the same one.</summary>
    /// <param name="standing">Null when the session has ended.</param>
    public bool IsAsBefore(SessionStanding? standing)
        => standing is { Viewing: { } viewing } ? _viewed == viewing.MemberId : _viewed is null && standing?.IsAdministrator == _isAdministrator;

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watch.Forget(this);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next)
        => activity => _hasEnded ? Task.CompletedTask : _viewed is null ? next(activity) : LookOnAsync(next, activity);

    private async Task LookOnAsync(Func<CircuitInboundActivityContext, Task> next, CircuitInboundActivityContext activity)
    {
        using var viewing = ViewOnly.Begin(_name);
        await next(activity);
    }

    public void End()
    {
        _hasEnded = true;
        watch.Forget(this);
        ((ServerAuthenticationStateProvider)authentication).SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }
}
