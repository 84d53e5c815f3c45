using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Extensibility;

/// <summary>What people call an extension, as the texts beside its class say.</summary>
public static class ExtensionName
{
    private const string Entry = "Name";

    /// <summary>The key of an extension without texts.</summary>
    public static LocalizedText Of(IExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return ExtensionTexts.Find(extension.GetType(), Entry) ?? new(extension.Key);
    }
}
