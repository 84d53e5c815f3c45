using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components.Authorization;

namespace LowCodeErp.Web.Identity;

/// <summary>Who sits at the pages of one circuit. A sign-out elsewhere is noticed by <see cref="MemberRevalidation"/>.</summary>
internal sealed class CircuitActor(AuthenticationStateProvider authentication, IOrganisation organisation) : ICurrentActor
{
    public async ValueTask<Actor> GetAsync() => MemberActor.Of((await authentication.GetAuthenticationStateAsync()).User, organisation.Current);
}
