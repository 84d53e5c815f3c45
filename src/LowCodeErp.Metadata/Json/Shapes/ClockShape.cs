using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A time of day, <c>"09:30"</c>, or a day with a time, <c>"2026-03-05 09:30"</c>.</summary>
internal sealed class ClockShape(string format, LocalizedText name, string pattern, Func<DateTime, object> take) : JsonShape
{
    public static ClockShape OfTime { get; } = new(
        "HH:mm", new("形如 \"09:30\" 的时间", "a time such as \"09:30\""), "^[0-2][0-9]:[0-5][0-9]$", moment => TimeOnly.FromDateTime(moment));

    public static ClockShape OfMoment { get; } = new(
        "yyyy-MM-dd HH:mm", new("形如 \"2026-03-05 09:30\" 的日期时间", "a date and time such as \"2026-03-05 09:30\""),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-2][0-9]:[0-5][0-9]$", moment => moment);

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Refuse(ref reader, reading, name);
        }

        var found = reading.ReadText(ref reader);
        if (DateTime.TryParseExact(found, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return take(moment);
        }

        reading.Report(reader.TokenStartIndex, place => MetadataDiagnostics.NotATime(place, name, JsonPath.Shorten(found)));
        return null;
    }

    public override void Write(CanonicalText text, object? value) => text.Text(((IFormattable)value!).ToString(format, CultureInfo.InvariantCulture));

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "string", ["pattern"] = pattern };
}
