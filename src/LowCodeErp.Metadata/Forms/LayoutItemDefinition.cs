using System.Text.Json;

namespace LowCodeErp.Metadata.Forms;

/// <summary>One item of a record page: a field, a heading, or a section with items of its own.</summary>
public sealed record LayoutItemDefinition
{
    /// <summary>Key of the layout item that shows a field; the only one that the engine itself puts on pages.</summary>
    public const string FieldItem = "field";

    private const string FieldMember = "field";

    /// <summary>Key of a layout item: <c>section</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The settings record of the layout item.</summary>
    public JsonElement? Settings { get; init; }

    /// <summary>What stands inside, in reading order; only containers hold items.</summary>
    public IReadOnlyList<LayoutItemDefinition> Items { get; init; } = [];

    /// <summary>Key of the field that the item shows; null for any other item, and where the settings name none.</summary>
    public string? FieldKey
        => Type == FieldItem && Settings is { ValueKind: JsonValueKind.Object } settings && settings.TryGetProperty(FieldMember, out var key) && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;

    /// <summary>Whether the item shows a field and says nothing else about it, like the fields that a layout leaves out.</summary>
    public bool IsBareField => FieldKey is not null && Settings!.Value.EnumerateObject().Count() == 1 && Items.Count == 0;

    public static LayoutItemDefinition OfField(string key)
        => new() { Type = FieldItem, Settings = JsonSerializer.SerializeToElement(new Dictionary<string, string> { [FieldMember] = key }) };

    /// <summary>The same item, of a field with another key; what else it says stays.</summary>
    public LayoutItemDefinition WithField(string key) => Settings is { ValueKind: JsonValueKind.Object } settings
        ? this with { Settings = JsonSerializer.SerializeToElement(settings.EnumerateObject().ToDictionary(member => member.Name, member => member.Name == FieldMember ? JsonSerializer.SerializeToElement(key) : member.Value)) }
        : this;
}
