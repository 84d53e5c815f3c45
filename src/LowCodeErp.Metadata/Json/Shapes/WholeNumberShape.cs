using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

internal sealed class WholeNumberShape(Type type, long minimum, long maximum) : JsonShape
{
    private static readonly LocalizedText Name = new("整数", "a whole number");

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return Refuse(ref reader, reading, Name);
        }

        if (reader.TryGetInt64(out var number) && number >= minimum && number <= maximum)
        {
            return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        }

        var isWhole = reader.ValueSpan.IndexOfAny(".eE"u8) < 0;
        var found = JsonPath.Shorten(Encoding.UTF8.GetString(reader.ValueSpan));
        reading.Report(reader.TokenStartIndex, place => isWhole
            ? MetadataDiagnostics.OutOfRange(place, found, Invariant(minimum), Invariant(maximum))
            : MetadataDiagnostics.NotWhole(place, found));
        return null;
    }

    public override void Write(CanonicalText text, object? value)
        => text.Word(Invariant(Convert.ToInt64(value, CultureInfo.InvariantCulture)));

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "integer" };

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
