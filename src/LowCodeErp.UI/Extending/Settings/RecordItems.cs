using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>The items of a list of records, as they are written; each may be wrong.</summary>
internal sealed class RecordItems(SettingsMember member, JsonElement? content)
{
    private readonly SettingsModel _model = member.Item!;

    public IReadOnlyList<JsonElement> Items { get; } = content is { ValueKind: JsonValueKind.Array } items
        ? [.. items.EnumerateArray()]
        : content is null && member.Default is { } value ? [.. member.Write(value).EnumerateArray()] : [];

    /// <summary>What an item is called by people: its first text in both languages, else its first text.</summary>
    public SettingsMember? Headline { get; } = member.Item!.Members.FirstOrDefault(item => item.Kind == SettingsKind.LocalizedText)
        ?? member.Item.Members.FirstOrDefault(item => item.Kind == SettingsKind.Text && item.ProposedFrom is null);

    /// <summary>In the order in which they matter: a key is proposed, and seldom looked at.</summary>
    public IEnumerable<SettingsMember> Details { get; } = member.Item.Members.OrderBy(item => item.Kind == SettingsKind.LocalizedText ? 0 : item.ProposedFrom is null ? 1 : 2);

    public string NameOf(int index) => NameOf(Items[index]) is { Length: > 0 } name ? name : $"{index + 1}";

    /// <summary>The name of the colour of an item; null when it has none.</summary>
    public string? HueOf(int index)
        => _model.Members.FirstOrDefault(item => item.IsHue) is { } hue && DefinitionEdit.Get(Items[index], hue.Name) is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    public JsonElement Replace(int index, JsonElement? item) => Write(Items.Select((other, place) => place == index ? item ?? Empty : other));

    public JsonElement Remove(int index) => Write(Items.Where((_, place) => place != index));

    public JsonElement Move(int from, int to)
    {
        var items = Items.ToList();
        items.RemoveAt(from);
        items.Insert(to, Items[from]);
        return Write(items);
    }

    /// <summary>
    /// One item for each line, of which the first cell is its name, the second that in English. Names that are there already are left out,
    /// so that a column may be pasted again after it has grown.
    /// </summary>
    public JsonElement Add(IEnumerable<string> lines)
    {
        var items = Items.ToList();
        var names = items.Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = items.SelectMany(TakenBy).ToHashSet(StringComparer.Ordinal);
        foreach (var cells in lines.Select(line => line.Split('\t', StringSplitOptions.TrimEntries)).Where(cells => names.Add(cells[0])))
        {
            items.Add(New(cells[0], cells.ElementAtOrDefault(1), taken));
            taken.UnionWith(TakenBy(items[^1]));
        }

        return Write(items);
    }

    private static JsonElement Empty { get; } = JsonElement.Parse("{}");

    private static JsonElement Write(IEnumerable<JsonElement> items) => JsonSerializer.SerializeToElement(items);

    private JsonElement New(string name, string? english, HashSet<string> taken)
    {
        JsonElement? item = null;
        if (Headline is { } headline)
        {
            var content = headline.Kind == SettingsKind.LocalizedText ? headline.Write(new LocalizedText(name, string.IsNullOrEmpty(english) ? null : english)) : MemberText.Quote(name);
            item = DefinitionEdit.Set(_model.Record, item, headline.Name, content);
        }

        foreach (var key in _model.Members.Where(candidate => candidate.ProposedFrom is not null))
        {
            var proposal = KeyProposal.Propose(name, taken, key.ProposedFrom!.Fallback);
            item = DefinitionEdit.Set(_model.Record, item, key.Name, MemberText.Quote(proposal));
        }

        return item ?? Empty;
    }

    /// <summary>A text of an item names it too, so no other may have it as its key.</summary>
    private IEnumerable<string> TakenBy(JsonElement item) => _model.Members.SelectMany<SettingsMember, string>(member => DefinitionEdit.Get(item, member.Name) switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Object } text => [LocalizedContent.Read(text).Chinese, LocalizedContent.Read(text).English ?? ""],
        _ => [],
    }).Select(text => text.ToLowerInvariant()).Where(Key.IsValid);

    private string NameOf(JsonElement item) => Headline is { } headline ? LocalizedContent.Read(DefinitionEdit.Get(item, headline.Name)).Chinese : "";
}
