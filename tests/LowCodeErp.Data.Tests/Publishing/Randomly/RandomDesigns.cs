namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>What an author does next.</summary>
internal sealed class RandomDesigns(Random random)
{
    private const int MostFields = 5;

    private readonly List<(long Version, ItemDesign Design)> _published = [];

    public void Remember(long version, ItemDesign design) => _published.Add((version, design));

    /// <param name="what">For whoever reads why a test failed.</param>
    /// <param name="restored">The version that is published again; null when the design is a new one.</param>
    public ItemDesign Next(ItemDesign design, out string what, out long? restored)
    {
        restored = null;
        if (random.Next(6) == 0 && _published.Count > 1)
        {
            var (version, earlier) = _published[random.Next(_published.Count - 1)];
            (what, restored) = ($"roll back to {version}", version);
            return earlier;
        }

        var key = $"f{random.Next(1, MostFields + 1)}";
        if (!design.Fields.TryGetValue(key, out var field))
        {
            var type = SampleValues.Types[random.Next(SampleValues.Types.Count)];
            what = $"add {key} as {type}";
            return design.With(key, new(type, key));
        }

        return random.Next(6) switch
        {
            0 => Done($"delete {key}", new(design.Fields.Remove(key)), out what),
            1 => Done($"rename {key}", design.With(key, field with { Label = $"{key} {random.Next(100)}" }), out what),
            2 => Done($"require {key}", design.With(key, field with { IsRequired = !field.IsRequired }), out what),
            3 => Done($"unique {key}", design.With(key, field with { IsUnique = !field.IsUnique }), out what),
            _ => Retype(design, key, field, out what),
        };
    }

    private ItemDesign Retype(ItemDesign design, string key, FieldDesign field, out string what)
    {
        var others = SampleValues.Types.Where(type => type != field.Type).ToList();
        var type = others[random.Next(others.Count)];
        return Done($"retype {key} to {type}", design.With(key, field with { Type = type }), out what);
    }

    private static ItemDesign Done(string text, ItemDesign design, out string what)
    {
        what = text;
        return design;
    }
}
