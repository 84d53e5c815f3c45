using System.Text.Json;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>A JSON value as input of a field.</summary>
public static class JsonInput
{
    /// <summary>Null for objects and nested lists, which are not the input of a field, and for numbers beyond a decimal.</summary>
    public static InputValue? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => InputValue.Blank,
        JsonValueKind.String => InputValue.Of(json.GetString()),
        JsonValueKind.Number when json.TryGetDecimal(out var number) => InputValue.Of(number),
        JsonValueKind.True => InputValue.Of(true),
        JsonValueKind.False => InputValue.Of(false),
        JsonValueKind.Array => ReadItems([.. json.EnumerateArray().Select(ReadItem)]),
        _ => null,
    };

    private static InputValue? ReadItem(JsonElement json) => json.ValueKind == JsonValueKind.Array ? null : Read(json);

    private static InputValue? ReadItems(IReadOnlyList<InputValue?> items)
        => items.All(item => item is not null) ? InputValue.Of(items.Select(item => item!.Value)) : null;
}
