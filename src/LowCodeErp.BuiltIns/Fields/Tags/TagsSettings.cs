namespace LowCodeErp.BuiltIns.Fields.Tags;

public sealed record TagsSettings
{
    /// <summary>Tags that are offered first, and whose spelling is kept.</summary>
    public IReadOnlyList<string> Vocabulary { get; init; } = [];

    /// <summary>Whether other tags than those of the vocabulary are refused.</summary>
    public bool OnlyVocabulary { get; init; }

    /// <summary>The most tags of a record; null for no limit of one's own.</summary>
    public int? Maximum { get; init; }

    /// <summary>As the vocabulary spells it; null when it is not in there.</summary>
    internal string? Find(string tag) => Vocabulary.FirstOrDefault(known => IsSame(known, tag));

    internal static bool IsSame(string left, string right)
        => PlainText.ToHalfWidth(left).Equals(PlainText.ToHalfWidth(right), StringComparison.OrdinalIgnoreCase);
}
