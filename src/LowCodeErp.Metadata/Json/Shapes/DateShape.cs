using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A day, written as <c>"2026-03-05"</c>.</summary>
internal sealed class DateShape : JsonShape
{
    private const string Format = "yyyy-MM-dd";

    private static readonly LocalizedText Name = new("形如 \"2026-03-05\" 的日期", "a date such as \"2026-03-05\"");

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Refuse(ref reader, reading, Name);
        }

        var found = reading.ReadText(ref reader);
        if (DateOnly.TryParseExact(found, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        reading.Report(reader.TokenStartIndex, place => MetadataDiagnostics.NotADate(place, JsonPath.Shorten(found)));
        return null;
    }

    public override void Write(CanonicalText text, object? value) => text.Text(((DateOnly)value!).ToString(Format, CultureInfo.InvariantCulture));

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "string", ["format"] = "date" };
}
