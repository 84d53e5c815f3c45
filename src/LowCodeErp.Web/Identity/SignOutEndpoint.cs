using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity;

internal static class SignOutEndpoint
{
    /// <summary>Open to everybody, so that a session which has run out ends on the sign-in page instead of an error.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes)
        => routes.MapPost(AccountSetup.SignOutPath, SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<Member> signIn)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await signIn.SignOutAsync();
        }

        return Results.LocalRedirect(AccountSetup.SignInPath);
    }
}
