using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace LowCodeErp.Web.Hosting;

/// <summary>Chinese unless a person has chosen English. The choice is a cookie; what the browser prefers does not count.</summary>
public static class LanguageSetup
{
    public const string Default = "zh-CN";

    public static IReadOnlyList<string> Supported { get; } = [Default, "en"];

    /// <summary>The language of the console: Chinese unless LOWCODE_LANGUAGE names another supported one.</summary>
    public static CultureInfo OfEnvironment()
    {
        var wanted = Environment.GetEnvironmentVariable("LOWCODE_LANGUAGE") ?? Default;
        return CultureInfo.GetCultureInfo(Supported.Contains(wanted) ? wanted : Default);
    }

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        // Work outside of requests (timers, rules) speaks the default language, whatever the machine is set to.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo(Default);
        return services.AddLocalization().Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Default).AddSupportedCultures([.. Supported]).AddSupportedUICultures([.. Supported]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
    }
}
