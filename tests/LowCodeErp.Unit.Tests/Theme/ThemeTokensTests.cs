using System.Globalization;
using System.Text.RegularExpressions;

namespace LowCodeErp.Unit.Tests.Theme;

/// <summary>Reads the stylesheets themselves: every pair of colours that text is shown in has contrast AA in both schemes.</summary>
public sealed partial class ThemeTokensTests
{
    private static readonly string[] _texts = ["text", "text-secondary", "text-tertiary", "accent"];
    private static readonly string[] _grounds = ["canvas", "surface", "surface-raised", "surface-sunken"];
    private static readonly string[] _meanings = ["success", "warning", "danger", "info"];

    public static TheoryData<string> Schemes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Colours_OfTextOnItsGround_HaveContrastAA(string scheme)
    {
        var tokens = ReadTokens(scheme);
        var pairs = _texts.SelectMany(text => _grounds.Select(ground => (text, ground)))
            .Concat(_meanings.Select(meaning => ($"{meaning}-text", $"{meaning}-soft")))
            .Concat(_meanings.Select(meaning => ("on-meaning", meaning)))
            .Concat([("on-accent", "accent"), ("on-accent", "accent-hover"), ("accent-soft-text", "accent-soft"), ("neutral-text", "neutral-soft"), ("text", "hover")]);

        Assert.All(pairs, pair => Assert.True(
            Contrast(tokens[pair.Item1], tokens[pair.Item2]) >= 4.5, $"{pair.Item1} on {pair.Item2}: {Contrast(tokens[pair.Item1], tokens[pair.Item2]):0.00}"));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Colours_OfControlBorders_HaveContrastForShapes(string scheme)
    {
        var tokens = ReadTokens(scheme);

        Assert.True(Contrast(tokens["border-control"], tokens["surface"]) >= 3);
    }

    [Fact]
    public void DarkScheme_ReplacesEveryColour()
    {
        var light = Colours(File.ReadAllText(Find("tokens.css")));
        var dark = Colours(File.ReadAllText(Find("dark.css")));

        Assert.Empty(light.Keys.Except(dark.Keys));
        Assert.Empty(dark.Keys.Except(light.Keys));
    }

    private static Dictionary<string, string> ReadTokens(string scheme)
    {
        var tokens = Colours(File.ReadAllText(Find("tokens.css")));
        foreach (var (name, colour) in scheme == "dark" ? Colours(File.ReadAllText(Find("dark.css"))) : [])
        {
            tokens[name] = colour;
        }

        return tokens;
    }

    private static Dictionary<string, string> Colours(string stylesheet)
        => Token().Matches(stylesheet).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>As WCAG 2 defines it.</summary>
    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
        => (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string Find(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The test does not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "src", "LowCodeErp.UI", "wwwroot", "theme", name);
    }

    [GeneratedRegex("--lc-([a-z0-9-]+): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
