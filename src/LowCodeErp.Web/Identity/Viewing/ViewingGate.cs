using LowCodeErp.Runtime.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity.Viewing;

/// <summary>Every request of who sees the program as another passes here: some pages are closed to him, and nothing is written for him.</summary>
internal static class ViewingGate
{
    public static void UseViewingGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (ViewingClaims.FindOnlooker(context.User) is null)
        {
            await next(context);
            return;
        }

        if (ClosedToViewing.IsClosed(context.GetEndpoint()))
        {
            await context.ForbidAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        // A circuit lives within its request, so that this goes for all that it does too.
        using var viewing = ViewOnly.Begin(ViewingClaims.NameOfViewed(context.User));
        try
        {
            await next(context);
        }
        catch (OnlyViewingException refused) when (!context.Response.HasStarted)
        {
            // Screens do not offer what writes; a request that was made all the same is told so.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(refused.Message, context.RequestAborted);
        }
    });
}
