using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using LowCodeErp.UI.Localization;
using Radzen.Blazor;

namespace LowCodeErp.Unit.Tests.Localization;

public sealed partial class RadzenLocalizerTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private readonly RadzenLocalizer _localizer = new();

    private static IReadOnlyDictionary<string, string> English { get; } = ReadKeys();

    [Fact]
    public void Get_EveryKeyOfThePackage_HasChinese()
    {
        Assert.NotEmpty(English);

        var missing = English.Keys.Where(key => string.IsNullOrWhiteSpace(_localizer.Get(key, Chinese)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Get_EveryKeyOfThePackage_KeepsThePlaceholders()
    {
        var different = English.Where(text => !PlaceholdersOf(text.Value).SetEquals(PlaceholdersOf(_localizer.Get(text.Key, Chinese)!)));

        Assert.Empty(different.Select(text => text.Key));
    }

    [Fact]
    public void Get_InEnglish_LeavesItToThePackage()
        => Assert.All(English.Keys, key => Assert.Null(_localizer.Get(key, CultureInfo.GetCultureInfo("en"))));

    private static HashSet<string> PlaceholdersOf(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, string> ReadKeys()
    {
        using var stream = typeof(RadzenStrings).Assembly.GetManifestResourceStream("Radzen.Blazor.RadzenStrings.resources")!;
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
