using LowCodeErp.BuiltIns.Fields.Division;

namespace LowCodeErp.BuiltIns.Fields.Address;

/// <summary>An address that was written as one text.</summary>
/// <param name="Place">The smallest place that was recognised; null when there is none.</param>
/// <param name="Detail">What is left.</param>
internal sealed record AddressText(DivisionPlace? Place, string Detail)
{
    private static readonly char[] Between = [' ', '\u3000', ',', '，', '/', '-', '、', '|'];

    /// <summary>
    /// Levels may be left out, and provinces and cities shortened. A short name alone says too little (上海路1号 is no address in
    /// Shanghai); it counts when a smaller place follows.
    /// </summary>
    public static AddressText Read(string text, DivisionLevel deepest)
    {
        var (place, left, isSure) = Descend(null, text, deepest, isSure: false);
        return place is not null && isSure ? new(place, left) : new(null, text.Trim());
    }

    private static (DivisionPlace? Place, string Left, bool IsSure) Descend(DivisionPlace? owner, string text, DivisionLevel deepest, bool isSure)
    {
        var rest = text.TrimStart(Between);
        foreach (var (place, name) in NextOf(owner, rest, deepest))
        {
            var found = Descend(place, rest[name.Length..], deepest, isSure || owner is not null || name == place.Name);
            if (found.IsSure)
            {
                return found;
            }
        }

        return (owner, rest.TrimEnd(), isSure);
    }

    /// <summary>The places with which the text may begin: full names before short ones, larger places before smaller ones.</summary>
    private static IEnumerable<(DivisionPlace Place, string Name)> NextOf(DivisionPlace? owner, string text, DivisionLevel deepest)
    {
        var below = Below(owner).Where(place => place.Level <= deepest).ToList();
        var full = below.Where(place => text.StartsWith(place.Name, StringComparison.Ordinal)).OrderByDescending(place => place.Name.Length).Select(place => (place, place.Name));
        var brief = below.Where(place => place.Level < DivisionLevel.District && place.ShortName is { } name && text.StartsWith(name, StringComparison.Ordinal))
            .Select(place => (place, place.ShortName!));
        return full.Concat(brief);
    }

    /// <summary>One level down, and a second one for who leaves the city out. Without a province, cities whose name nobody else has.</summary>
    private static IEnumerable<DivisionPlace> Below(DivisionPlace? owner) => owner is null
        ? Divisions.Provinces.Concat(Divisions.Provinces.SelectMany(province => province.Members).Where(city => !city.IsFiller))
        : owner.Level == DivisionLevel.Province
            ? owner.Members.Where(city => !city.IsFiller).Concat(owner.Members.SelectMany(city => city.Members))
            : owner.Members;
}
