using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

internal sealed class DecimalShape : JsonShape
{
    /// <summary>What a decimal holds without rounding; a longer number would silently become another one.</summary>
    private const int MaximumDigits = 28;

    private static readonly LocalizedText Name = new("数字", "a number");

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return Refuse(ref reader, reading, Name);
        }

        if (reader.ValueSpan.Length > MaximumDigits)
        {
            reading.Report(reader.TokenStartIndex, place => MetadataDiagnostics.TooManyDigits(place, MaximumDigits));
        }
        else if (reader.TryGetDecimal(out var number))
        {
            return number;
        }
        else
        {
            var found = Encoding.UTF8.GetString(reader.ValueSpan);
            reading.Report(reader.TokenStartIndex, place => MetadataDiagnostics.OutOfRange(
                place, found, Invariant(decimal.MinValue), Invariant(decimal.MaxValue)));
        }

        return null;
    }

    public override void Write(CanonicalText text, object? value) => text.Word(Invariant((decimal)value!));

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "number" };

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
