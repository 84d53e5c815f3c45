using LowCodeErp.UI.Controls.LanguageSwitch;
using Microsoft.AspNetCore.Localization;

namespace LowCodeErp.Web.Hosting;

/// <summary>Keeps the chosen language in a cookie and goes back to the page. A circuit takes its language from the cookie when it starts.</summary>
internal static class LanguageEndpoint
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public static void MapLanguage(this IEndpointRouteBuilder routes)
        => routes.MapGet(LanguageSwitch.Path + "/{language}", Switch).AllowAnonymous();

    private static IResult Switch(HttpContext context, string language, string? returnUrl)
    {
        if (!LanguageSetup.Supported.Contains(language))
        {
            return Results.NotFound();
        }

        Keep(context, language);
        return Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
    }

    /// <summary>For this browser, whoever sits at it.</summary>
    public static void Keep(HttpContext context, string language) => context.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
        new CookieOptions { MaxAge = KeptFor, SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true, Secure = context.Request.IsHttps });
}
