using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A text in the product's languages: <c>{ "zh-CN": "客户", "en": "Customer" }</c>; English may be absent.</summary>
internal sealed class LocalizedTextShape : ObjectShape
{
    private const string Chinese = "zh-CN";
    private const string English = "en";

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        var at = reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.String)
        {
            var found = JsonPath.Shorten(reading.ReadText(ref reader));
            reading.Report(at, place => MetadataDiagnostics.TextWithoutLanguage(place, found));
            return null;
        }

        return reader.TokenType == JsonTokenType.StartObject
            ? ReadLanguages(ref reader, reading, at)
            : Refuse(ref reader, reading, Name);
    }

    public override void Write(CanonicalText text, object? value)
    {
        var localized = (LocalizedText)value!;
        text.OpenObject();
        text.Member(Chinese);
        text.Text(localized.Chinese);
        if (localized.English is not null)
        {
            text.Member(English);
            text.Text(localized.English);
        }

        text.Close();
    }

    public override JsonObject Describe(SchemaParts parts) => parts.Refer(typeof(LocalizedText), () => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [Chinese] = new JsonObject { ["type"] = "string" },
            [English] = new JsonObject { ["type"] = "string" },
        },
        ["required"] = new JsonArray(Chinese),
        ["additionalProperties"] = false,
    });

    private static LocalizedText ReadLanguages(ref Utf8JsonReader reader, JsonReading reading, long at)
    {
        var texts = new Dictionary<string, string?>();
        ReadMembers(ref reader, reading, (ref Utf8JsonReader reader, string language, long nameAt) =>
        {
            if (language is Chinese or English)
            {
                texts[language] = (string?)Of(typeof(string)).Read(ref reader, reading);
                return;
            }

            reading.Report(nameAt, place => MetadataDiagnostics.UnknownLanguage(place, JsonPath.Shorten(language)));
            reader.Skip();
        });
        if (!texts.ContainsKey(Chinese))
        {
            ReportMissing(Chinese, at, reading);
        }

        return new LocalizedText(texts.GetValueOrDefault(Chinese) ?? "", texts.GetValueOrDefault(English));
    }
}
