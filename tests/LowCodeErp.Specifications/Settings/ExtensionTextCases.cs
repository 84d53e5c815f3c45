using System.Globalization;
using System.Resources;
using Xunit;

namespace LowCodeErp.Specifications.Settings;

/// <summary>What every extension promises to whoever reads its texts.</summary>
public static class ExtensionTextCases
{
    /// <summary>Fails too when another type comes first in the extension's file: the resource is named after the first one.</summary>
    public static void AssertInBothLanguages(Type extension, string name)
    {
        ArgumentNullException.ThrowIfNull(extension);
        Assert.Contains($"{extension.FullName}.resources", extension.Assembly.GetManifestResourceNames());
        var texts = new ResourceManager(extension);
        Assert.False(string.IsNullOrWhiteSpace(texts.GetResourceSet(CultureInfo.InvariantCulture, true, false)?.GetString(name)), "zh-CN");
        Assert.False(string.IsNullOrWhiteSpace(texts.GetResourceSet(CultureInfo.GetCultureInfo("en"), true, false)?.GetString(name)), "en");
    }

    /// <summary>Of all resources in the folder of the extension.</summary>
    public static void AssertSameNames(Type extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        var folder = extension.Namespace + ".";
        foreach (var resource in extension.Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".resources", StringComparison.Ordinal)))
        {
            var texts = new ResourceManager(resource[..^".resources".Length], extension.Assembly);
            Assert.Equal(NamesIn(texts, CultureInfo.InvariantCulture), NamesIn(texts, CultureInfo.GetCultureInfo("en")));
        }
    }

    private static List<string> NamesIn(ResourceManager texts, CultureInfo culture)
        => [.. texts.GetResourceSet(culture, true, false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];
}
