using System.Collections.Frozen;

namespace LowCodeErp.Runtime.Extensibility;

/// <summary>Every extension of one kind, by key.</summary>
public sealed class ExtensionCatalog<TExtension> where TExtension : class, IExtension
{
    private readonly FrozenDictionary<string, TExtension> _byKey;

    /// <exception cref="ArgumentException">Two extensions have the same key.</exception>
    public ExtensionCatalog(IEnumerable<TExtension> extensions)
        // ToDictionary throws on a second extension of the same key; ToFrozenDictionary alone would silently keep the last.
        => _byKey = extensions.ToDictionary(extension => extension.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<TExtension> All => _byKey.Values.OrderBy(extension => extension.Key, StringComparer.Ordinal);

    public TExtension? Find(string key) => _byKey.GetValueOrDefault(key);
}
