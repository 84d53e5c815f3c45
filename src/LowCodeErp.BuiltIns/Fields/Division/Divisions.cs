using System.Collections.Frozen;
using System.IO.Compression;

namespace LowCodeErp.BuiltIns.Fields.Division;

/// <summary>All divisions of China, read from the program itself when the first is asked for.</summary>
internal static class Divisions
{
    private static readonly Lazy<FrozenDictionary<string, DivisionPlace>> ByCode = new(Read);
    private static readonly Lazy<ILookup<(DivisionLevel, string), DivisionPlace>> ByName = new(() => ByCode.Value.Values
        .SelectMany(place => new[] { place.Name, place.ShortName }.OfType<string>().Select(name => (Key: (place.Level, name), Place: place)))
        .ToLookup(entry => entry.Key, entry => entry.Place));

    private static readonly Lazy<DivisionPlace[]> Sorted = new(() => [.. ByCode.Value.Values.OrderBy(place => place.Level).ThenBy(place => place.Code, StringComparer.Ordinal)]);

    public static IEnumerable<DivisionPlace> Provinces => Sorted.Value.TakeWhile(place => place.Level == DivisionLevel.Province);

    public static DivisionPlace? Find(string? code) => code is null ? null : ByCode.Value.GetValueOrDefault(code);

    /// <summary>By code, else by name; null when it is unknown, or when several places are called so.</summary>
    /// <param name="owner">Where to look; null for everywhere.</param>
    public static DivisionPlace? Find(string text, DivisionLevel level, DivisionPlace? owner)
    {
        if (Find(text) is { } coded)
        {
            return coded.Level == level ? coded : null;
        }

        var named = ByName.Value[(level, text)].Where(place => owner is null || place.Code.StartsWith(owner.Code, StringComparison.Ordinal)).ToList();
        var exact = named.Where(place => place.Name == text).ToList();
        return exact is [var full] ? full : exact.Count == 0 && named is [var only] ? only : null;
    }

    /// <summary>Places whose name has the text in it, larger ones first.</summary>
    /// <param name="deepest">Levels below are left out.</param>
    public static IEnumerable<DivisionPlace> Search(string text, DivisionLevel deepest)
        => Sorted.Value.TakeWhile(place => place.Level <= deepest)
            .Where(place => !place.IsFiller && place.Name.Contains(text, StringComparison.Ordinal));

    private static FrozenDictionary<string, DivisionPlace> Read()
    {
        using var resource = typeof(Divisions).Assembly.GetManifestResourceStream($"{typeof(Divisions).Namespace}.divisions.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var places = new Dictionary<string, DivisionPlace>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var (code, name) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var owner = code.Length == 2 ? null : places[code[..(code.Length == 9 ? 6 : code.Length - 2)]];
            places[code] = new(code, name, owner);
            owner?.Add(places[code]);
        }

        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
