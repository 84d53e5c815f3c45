using System.Collections.Concurrent;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>
/// What the settings form of an extension shows, found once from its settings record. Texts stand beside the extension's class; those of
/// the items of a list, beside the record of the item.
/// </summary>
public sealed class SettingsModel
{
    private static readonly ConcurrentDictionary<(Type Record, Type Texts), SettingsModel> Known = new();

    private SettingsModel(Type record, Type texts)
    {
        Record = record;
        Members = [.. DefinitionMember.Of(record)
            .Where(member => !member.Property.IsDefined(typeof(OnCanvasAttribute), inherit: false))
            .Select(member => new SettingsMember(member, texts))];
    }

    public Type Record { get; }

    /// <summary>In the order in which the record declares them; without what is edited on the canvas.</summary>
    public IReadOnlyList<SettingsMember> Members { get; }

    /// <exception cref="NotSupportedException">The record has a member that nothing edits.</exception>
    public static SettingsModel Of(IExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return Of(extension.SettingsType, extension.GetType());
    }

    /// <param name="texts">The class beside which the texts stand.</param>
    internal static SettingsModel Of(Type record, Type texts) => Known.GetOrAdd((record, texts), key => new(key.Record, key.Texts));
}
