using LowCodeErp.Data.Accounts;
using LowCodeErp.Web.Identity.Sessions;
using Microsoft.AspNetCore.Antiforgery;

namespace LowCodeErp.Web.Identity.Viewing;

internal static class ViewingEndpoint
{
    public const string EndPath = "/account/end-view";

    public static void MapViewing(this IEndpointRouteBuilder routes) => routes.MapPost(EndPath, EndAsync);

    private static async Task<IResult> EndAsync(HttpContext context, IAntiforgery antiforgery, MemberViewings viewings)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (SessionClaim.Find(context.User) is { } session)
        {
            await viewings.EndAsync(session, context.Connection.RemoteIpAddress?.ToString(), context.RequestAborted);
        }

        return Results.LocalRedirect("/");
    }
}
