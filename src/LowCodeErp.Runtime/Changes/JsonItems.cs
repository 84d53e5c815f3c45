using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>Reads definitions as JSON, so that whatever a later version adds to them is compared too.</summary>
internal static class JsonItems
{
    public static JsonElement? Find(JsonElement? owner, string member)
        => owner is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static bool IsOn(JsonElement? owner, string member) => Find(owner, member) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<string> Members(params JsonElement?[] owners)
        => owners.OfType<JsonElement>().Where(owner => owner.ValueKind == JsonValueKind.Object)
            .SelectMany(owner => owner.EnumerateObject().Select(member => member.Name)).Distinct(StringComparer.Ordinal);

    public static bool AreSame(JsonElement? before, JsonElement? after)
        => before is { } one && after is { } other ? JsonElement.DeepEquals(one, other) : before is null && after is null;

    public static string Key(JsonElement item) => (string?)Text(item, "key") ?? "";

    /// <summary>The label, else the key.</summary>
    public static LocalizedText Label(JsonElement item) => Find(item, "label") is { } label ? ToText(label) : new(Key(item));

    /// <summary>Whether the items of a list are known by keys of their own.</summary>
    public static bool HasKeys(JsonElement? list)
        => list is { ValueKind: JsonValueKind.Array } items && items.EnumerateArray().All(item => Text(item, "key") is { Length: > 0 });

    public static Dictionary<string, JsonElement> ByKey(JsonElement? list)
    {
        var items = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var item in list is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default)
        {
            items.TryAdd(Key(item), item);
        }

        return items;
    }

    public static string? Text(JsonElement? owner, string member)
        => Find(owner, member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static LocalizedText ToText(JsonElement label) => label.ValueKind == JsonValueKind.String
        ? new(label.GetString()!)
        : new(Text(label, "zh-CN") ?? Text(label, "en") ?? "", Text(label, "en"));
}
