using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Location;

/// <summary>
/// A point on earth in the WGS-84 system, which satellites and browsers use; a number field for the longitude and one for the latitude.
/// Maps made in China show other figures (GCJ-02), some hundred metres away.
/// </summary>
public sealed class LocationField : PartedFieldType<LocationSettings>
{
    public const string Longitude = "longitude";

    public const string Latitude = "latitude";

    /// <summary>A tenth of a metre.</summary>
    private const int Decimals = 6;

    public override string Key => "location";

    public override FieldComponents Components { get; } = new(typeof(LocationEditor), typeof(LocationCell));

    public override IReadOnlyList<FieldDefinition> GetParts(LocationSettings settings) =>
    [
        Part(Longitude, new("经度", "Longitude"), Coordinates.LargestLongitude),
        Part(Latitude, new("纬度", "Latitude"), Coordinates.LargestLatitude),
    ];

    public override void CheckSettings(LocationSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MapUrl.Length > 0 && MapAddress.Of(settings.MapUrl, 0, 0) is null)
        {
            diagnostics.Add(FieldDiagnostics.MapUrlInvalid($"{path}.mapUrl"));
        }
    }

    public override IReadOnlyList<InputValue> TakeApart(
        InputValue whole, IReadOnlyList<InputValue> parts, LocationSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (whole.IsBlank || (whole.Content is string blank && string.IsNullOrWhiteSpace(blank)))
        {
            return parts;
        }

        var text = PlainText.ToHalfWidth(PlainText.Read(whole));
        if (Coordinates.Parse(text) is { } point)
        {
            return [parts[0].IsBlank ? InputValue.Of(point.Longitude) : parts[0], parts[1].IsBlank ? InputValue.Of(point.Latitude) : parts[1]];
        }

        diagnostics.Add(Coordinates.IsPair(text) ? FieldDiagnostics.LocationAmbiguous(path, whole) : FieldDiagnostics.LocationUnreadable(path, whole));
        return parts;
    }

    public override void CheckParts(IReadOnlyList<Value> parts, LocationSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (parts[0].IsBlank != parts[1].IsBlank)
        {
            diagnostics.Add(FieldDiagnostics.LocationIncomplete($"{path}-{(parts[0].IsBlank ? Longitude : Latitude)}"));
        }
    }

    public override string FormatParts(IReadOnlyList<Value> parts, LocationSettings settings, CultureInfo culture)
        => parts.All(part => part.IsBlank) ? "" : Coordinates.Format(parts[0].Content as decimal?, parts[1].Content as decimal?);

    private static FieldDefinition Part(string key, LocalizedText label, int largest) => new()
    {
        Key = key, Type = "number", Label = label, Required = true,
        Settings = JsonSerializer.SerializeToElement(new { decimals = Decimals, minimum = -largest, maximum = largest }),
    };
}
