using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform.Mapping;
using LowCodeErp.Runtime.Auditing;

namespace LowCodeErp.Data.Auditing;

/// <summary>The facts of an entry as JSON: <c>[{"rows":"12"},{"change":{"zh-CN":"…","en":"…"}}]</c>.</summary>
internal static class AuditDetails
{
    private const string Chinese = "zh-CN";
    private const string English = "en";

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Dictionary<string, AuditDetail> _details = Enum.GetValues<AuditDetail>().ToDictionary(KeyedEnum.ToKey);

    public static string Write(IReadOnlyList<AuditFact> facts)
        => new JsonArray([.. facts.Select(fact => new JsonObject { [KeyedEnum.ToKey(fact.Detail)] = Write(fact.Value) })]).ToJsonString(_readable);

    /// <summary>Leaves out what a later version of the program has written, or somebody has spoilt: the check tells of that.</summary>
    public static IReadOnlyList<AuditFact> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().SelectMany(ReadFacts)] : [];
        }
        catch (JsonException)
        {
            // Nobody but a tamperer writes what is no JSON; the entry is shown without its details, and the check names it.
            return [];
        }
    }

    private static IEnumerable<AuditFact> ReadFacts(JsonElement item)
        => item.ValueKind != JsonValueKind.Object ? []
            : item.EnumerateObject().Where(member => _details.ContainsKey(member.Name)).Select(member => new AuditFact(_details[member.Name], ReadText(member.Value)));

    private static JsonNode Write(LocalizedText text)
        => text.English is null ? JsonValue.Create(text.Chinese) : new JsonObject { [Chinese] = text.Chinese, [English] = text.English };

    private static LocalizedText ReadText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(value.GetString()!),
        JsonValueKind.Object => new(ReadLanguage(value, Chinese) ?? "", ReadLanguage(value, English)),
        _ => LocalizedText.Empty,
    };

    private static string? ReadLanguage(JsonElement value, string language)
        => value.TryGetProperty(language, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
