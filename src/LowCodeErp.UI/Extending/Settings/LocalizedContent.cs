using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>The content of a member that is a text in both languages, however wrong it is written.</summary>
public static class LocalizedContent
{
    private const string Chinese = "zh-CN";
    private const string English = "en";

    public static LocalizedText Read(JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.Object } => new(TextOf(content, Chinese) ?? "", TextOf(content, English)),
        { ValueKind: JsonValueKind.String } text => new(text.GetString()!),
        _ => LocalizedText.Empty,
    };

    /// <returns>What sets nothing for no text at all where there need be none.</returns>
    internal static JsonElement? Write(SettingsMember member, LocalizedText text) => text.IsEmpty && !member.IsRequired ? member.Nothing : member.Write(text);

    private static string? TextOf(JsonElement? content, string language)
        => DefinitionEdit.Get(content, language) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
