using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Values;

namespace LowCodeErp.UI.Extending;

/// <summary>Inputs as JSON: numbers, texts, truth values and lists as they are, moments as an object.</summary>
internal static class InputJson
{
    private const string Moment = "at";

    public static JsonNode? Write(InputValue input) => input.Content switch
    {
        null => null,
        string text => JsonValue.Create(text),
        decimal number => JsonValue.Create(number),
        bool boolean => JsonValue.Create(boolean),
        DateTime time => new JsonObject { [Moment] = time.ToString("o", CultureInfo.InvariantCulture) },
        _ => new JsonArray([.. input.Items.Select(Write)]),
    };

    public static InputValue Read(JsonNode? json) => json switch
    {
        null => InputValue.Blank,
        JsonArray items => InputValue.Of(items.Select(Read)),
        JsonObject time => InputValue.Of(DateTime.Parse((string)time[Moment]!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        _ => json.GetValueKind() switch
        {
            JsonValueKind.Number => InputValue.Of(json.GetValue<decimal>()),
            JsonValueKind.True => InputValue.Of(true),
            JsonValueKind.False => InputValue.Of(false),
            _ => InputValue.Of((string?)json),
        },
    };
}
