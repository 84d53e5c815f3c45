using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>
/// What differs in the layout of a record page: which items came, went, or moved to another place. Items have no keys; a field is known by its key, a
/// section or tab by its title. What only arranges others (tabs, columns, dividers) is not spoken of.
/// </summary>
/// <param name="settingsOf">How to speak of the settings of a kind of item.</param>
internal sealed class LayoutComparison(string form, LocalizedText owner, IReadOnlyDictionary<string, LocalizedText> fields, Func<string, KeyWords> settingsOf, List<DesignChange> changes)
{
    public void Compare(JsonElement? before, JsonElement? after)
    {
        if (JsonItems.AreSame(before, after))
        {
            return;
        }

        var (old, now, told) = (Read(before), Read(after), changes.Count);
        now.Values.Where(item => !old.ContainsKey(item.Identity) && !SaysMore(item)).ToList().ForEach(item => Add(ChangeTexts.Placed(owner, item.Name, item.Place)));
        old.Values.Where(item => !now.ContainsKey(item.Identity)).ToList().ForEach(item => Add(ChangeTexts.TakenOut(owner, item.Name)));
        foreach (var (was, item) in old.Values.Where(was => now.ContainsKey(was.Identity)).Select(was => (was, now[was.Identity])))
        {
            if (was.Inside != item.Inside)
            {
                Add(ChangeTexts.Moved(owner, item.Name, item.Place));
            }

            new MemberComparison(form, ChangeTexts.InLayout(owner, item.Name), settingsOf(JsonItems.Text(item.Json, "type") ?? ""), changes).Compare(JsonItems.Find(was.Json, "settings"), JsonItems.Find(item.Json, "settings"));
        }

        CompareOrder(old, now);
        if (changes.Count == told)
        {
            Add(ChangeTexts.Altered(owner, ChangeTexts.Member("layout")));
        }
    }

    /// <summary>A field that stood on the page without being named comes into the layout when something else is said of it, and that is told.</summary>
    private bool SaysMore(Item item)
    {
        var told = changes.Count;
        if (item.Inside.Length == 0 && JsonItems.Text(item.Json, "type") is "field" and var type)
        {
            new MemberComparison(form, ChangeTexts.InLayout(owner, item.Name), settingsOf(type), changes).Compare(null, JsonItems.Find(item.Json, "settings"), "field");
        }

        return changes.Count > told;
    }

    /// <summary>Of what stayed in its place, each place once.</summary>
    private void CompareOrder(Dictionary<string, Item> old, Dictionary<string, Item> now)
    {
        foreach (var place in now.Values.GroupBy(item => item.Inside))
        {
            var stayed = place.Where(item => old.TryGetValue(item.Identity, out var was) && was.Inside == place.Key).ToList();
            if (!stayed.Select(item => item.Identity).SequenceEqual(old.Values.Where(was => stayed.Any(item => item.Identity == was.Identity)).Select(was => was.Identity)))
            {
                Add(ChangeTexts.OrderedAnew(owner, stayed[0].Place));
            }
        }
    }

    private void Add(LocalizedText text) => changes.Add(new(form, text));

    private Dictionary<string, Item> Read(JsonElement? layout)
    {
        var items = new Dictionary<string, Item>(StringComparer.Ordinal);
        Read(layout, "", null, items);
        return items;
    }

    private void Read(JsonElement? list, string inside, LocalizedText? place, Dictionary<string, Item> items)
    {
        foreach (var json in list is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default)
        {
            var (type, settings) = (JsonItems.Text(json, "type") ?? "", JsonItems.Find(json, "settings"));
            var name = NameOf(type, settings);
            var identity = name is null ? null : $"{type}:{JsonItems.Text(settings, "field") ?? name.Chinese}";
            if (identity is not null)
            {
                items.TryAdd(identity, new(identity, name!, inside, place, json));
            }

            Read(JsonItems.Find(json, "items"), identity ?? inside, name ?? place, items);
        }
    }

    private LocalizedText? NameOf(string type, JsonElement? settings)
        => JsonItems.Text(settings, "field") is { } field && type == "field" ? ChangeTexts.LayoutItem(type, fields.GetValueOrDefault(field) ?? new(field))
            : (JsonItems.Find(settings, "title") ?? JsonItems.Find(settings, "text")) is { } title ? ChangeTexts.LayoutItem(type, JsonItems.ToText(title))
            : JsonItems.Text(settings, "form") is { } list ? ChangeTexts.LayoutItem(type, new(list))
            : null;

    /// <param name="Identity">Unlike any other in the layout, and the same in both versions.</param>
    /// <param name="Inside">The identity of what it stands in; blank for the page itself.</param>
    /// <param name="Place">The name of what it stands in; null for the page itself.</param>
    private sealed record Item(string Identity, LocalizedText Name, string Inside, LocalizedText? Place, JsonElement Json);
}
