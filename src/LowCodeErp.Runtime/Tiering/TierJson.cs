using System.Text.Json;
using System.Text.Json.Serialization;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// How settings and findings of a run are written. Unlike definitions nobody edits them, so a reader may ignore what it does not
/// know.
/// </summary>
internal static class TierJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"{typeof(T).Name} is missing.");
}
