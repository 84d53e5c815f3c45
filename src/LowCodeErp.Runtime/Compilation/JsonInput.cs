using System.Text.Json;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>A JSON value as input of a field.</summary>
public static class JsonInput
{
    /// <summary>Null for lists and objects, which are not the input of a single field, and for numbers beyond a decimal.</summary>
    public static InputValue? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => InputValue.Blank,
        JsonValueKind.String => InputValue.Of(json.GetString()),
        JsonValueKind.Number when json.TryGetDecimal(out var number) => InputValue.Of(number),
        JsonValueKind.True => InputValue.Of(true),
        JsonValueKind.False => InputValue.Of(false),
        _ => null,
    };
}
