using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Extensibility;

/// <summary>The texts beside a class, <c>NumberField.resx</c> and <c>NumberField.en.resx</c>, in both languages at once.</summary>
public static class ExtensionTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly ConcurrentDictionary<Type, ResourceManager?> Texts = new();

    private static readonly ConcurrentDictionary<(Type Type, string Entry), LocalizedText?> Found = new();

    /// <summary>Null for a class without texts, and for an entry that it does not have.</summary>
    public static LocalizedText? Find(Type type, string entry)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Found.GetOrAdd((type, entry), static asked => Read(asked.Type, asked.Entry));
    }

    private static LocalizedText? Read(Type type, string entry)
    {
        var texts = Texts.GetOrAdd(type, Open);
        return texts?.GetString(entry, CultureInfo.InvariantCulture) is { } chinese ? new(chinese, texts.GetString(entry, English)) : null;
    }

    private static ResourceManager? Open(Type type)
        => type.Assembly.GetManifestResourceInfo(type.FullName + ".resources") is null ? null : new ResourceManager(type);
}
