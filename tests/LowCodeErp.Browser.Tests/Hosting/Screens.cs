using Microsoft.Playwright;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>The screens on which every page has to be readable.</summary>
public static class Screens
{
    public const int Desk = 1280;
    public const int Phone = 375;

    public static TheoryData<int, ColorScheme> All => new()
    {
        { Desk, ColorScheme.Light },
        { Desk, ColorScheme.Dark },
        { Phone, ColorScheme.Light },
        { Phone, ColorScheme.Dark },
    };
}
