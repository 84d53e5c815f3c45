using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity.Keys;

/// <summary>Who may call the HTTP endpoints for programs: a signed-in member, or a key of one as far as its scope goes.</summary>
internal static class ApiAccess
{
    public const string Policy = "api";

    private const string Bearer = "Bearer ";

    public static TBuilder AcceptApiKeys<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
        => endpoint.WithMetadata(new AcceptsApiKeysAttribute()).RequireAuthorization(Policy);

    public static void Require(AuthorizationPolicyBuilder policy) => policy.RequireAuthenticatedUser().RequireAssertion(IsWithinScope);

    /// <summary>A request that brings a key is answered as that key's, even where the browser has a session as well.</summary>
    public static string SelectScheme(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<AcceptsApiKeysAttribute>() is not null && FindKey(context.Request) is not null
            ? ApiKeyAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;

    public static string? FindKey(HttpRequest request)
        => request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    private static bool IsWithinScope(AuthorizationHandlerContext context)
        => !context.User.HasClaim(ApiKeyAuthentication.ScopeClaim, ApiKeyAuthentication.ReadScope)
            || (context.Resource is HttpContext { Request.Method: var method } && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)));
}
