namespace LowCodeErp.BuiltIns.Fields.Choice;

public sealed record ChoiceSettings
{
    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    internal ChoiceOption? Find(string key) => Options.FirstOrDefault(option => option.Key == key);

    /// <summary>By key, else by either label, ignoring case and width.</summary>
    internal ChoiceOption? Named(string text)
    {
        var name = PlainText.ToHalfWidth(text);
        return Find(text) ?? Options.FirstOrDefault(option =>
            option.Names.Any(candidate => PlainText.ToHalfWidth(candidate).Equals(name, StringComparison.OrdinalIgnoreCase)));
    }
}
