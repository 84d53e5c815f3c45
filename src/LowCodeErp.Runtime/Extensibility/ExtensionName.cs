using System.Globalization;
using System.Resources;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Extensibility;

/// <summary>What people call an extension, as the texts beside its class say.</summary>
public static class ExtensionName
{
    private const string Entry = "Name";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The key of an extension without texts.</summary>
    public static LocalizedText Of(IExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        var type = extension.GetType();
        if (type.Assembly.GetManifestResourceInfo(type.FullName + ".resources") is null)
        {
            return new(extension.Key);
        }

        var texts = new ResourceManager(type);
        return new(texts.GetString(Entry, CultureInfo.InvariantCulture) ?? extension.Key, texts.GetString(Entry, English));
    }
}
