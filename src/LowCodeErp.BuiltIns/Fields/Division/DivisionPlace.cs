namespace LowCodeErp.BuiltIns.Fields.Division;

/// <summary>A province, city, district or street.</summary>
internal sealed class DivisionPlace(string code, string name, DivisionPlace? owner)
{
    private static readonly string[] Fillers = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];

    private readonly List<DivisionPlace> _members = [];

    public string Code => code;

    public string Name => name;

    public DivisionPlace? Owner => owner;

    public DivisionLevel Level => owner is null ? DivisionLevel.Province : owner.Level + 1;

    /// <summary>Places directly below, in the order of their codes.</summary>
    public IReadOnlyList<DivisionPlace> Members => _members;

    /// <summary>Whether it only fills a level, as between Shanghai and its districts. People neither write nor choose it.</summary>
    public bool IsFiller => Level == DivisionLevel.City && Fillers.Contains(name);

    /// <summary>The province first, this last.</summary>
    public IReadOnlyList<DivisionPlace> Path => owner is null ? [this] : [.. owner.Path, this];

    /// <summary>As an address begins: 广东省深圳市南山区. Nothing is said twice.</summary>
    public string FullName
        => string.Concat(Path.Where(place => !place.IsFiller && place.Name != place.Owner?.Name).Select(place => place.Name));

    /// <summary>Members as people choose them: what a filler has belongs to its owner.</summary>
    public IEnumerable<DivisionPlace> Choices => _members.SelectMany(member => member.IsFiller ? member.Members : [member]);

    /// <summary>广东 for 广东省; null where nothing can be left out.</summary>
    public string? ShortName { get; } = ShortNames.Of(name);

    public void Add(DivisionPlace member) => _members.Add(member);

    public override string ToString() => $"{code} {name}";
}
