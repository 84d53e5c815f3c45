using System.Globalization;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.BuiltIns.Fields.Division;

/// <summary>A place as a picker offers it. Its code is a number there; no code begins with a zero.</summary>
internal static class PlaceMatch
{
    /// <summary>More than a province has districts in any city.</summary>
    public const int Most = 60;

    /// <param name="isSearched">Names repeat, so a place that was searched for is called by its full name.</param>
    public static RecordReference Of(DivisionPlace place, bool isSearched)
        => new(long.Parse(place.Code, CultureInfo.InvariantCulture), isSearched ? place.FullName : place.Name, null);

    public static string CodeOf(RecordReference match, DivisionLevel level) => PlaceOf(match) is { } place && place.Level == level ? place.Code : match.Title;

    public static DivisionPlace? PlaceOf(RecordReference match) => Divisions.Find(match.Id.ToString(CultureInfo.InvariantCulture));
}
