using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Url;

namespace LowCodeErp.BuiltIns.Fields.Location;

/// <summary>The address of a map that shows a point.</summary>
internal static class MapAddress
{
    private const string Longitude = "{longitude}";

    private const string Latitude = "{latitude}";

    /// <summary>Null for a template that has no place for the point or is no web address.</summary>
    public static string? Of(string template, decimal longitude, decimal latitude)
        => template.Contains(Longitude, StringComparison.Ordinal) && template.Contains(Latitude, StringComparison.Ordinal)
            ? UrlField.AddressOf(template.Replace(Longitude, Write(longitude), StringComparison.Ordinal).Replace(Latitude, Write(latitude), StringComparison.Ordinal))
            : null;

    private static string Write(decimal degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
