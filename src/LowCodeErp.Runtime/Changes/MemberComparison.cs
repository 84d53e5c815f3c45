using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What differs in the members of one thing (a field, a form's list, an option), told with the thing's name.</summary>
internal sealed class MemberComparison(string path, LocalizedText owner, KeyWords words, List<DesignChange> changes)
{
    private const int LongestQuote = 80;

    public void Compare(JsonElement? before, JsonElement? after, params IEnumerable<string> except)
    {
        foreach (var name in JsonItems.Members(before, after).Except(["key", .. except]))
        {
            CompareMember(name, JsonItems.Find(before, name), JsonItems.Find(after, name));
        }
    }

    public void Add(LocalizedText text) => changes.Add(new(path, text));

    private void CompareMember(string name, JsonElement? before, JsonElement? after)
    {
        if (JsonItems.AreSame(before, after))
        {
            return;
        }

        if (name == "validations")
        {
            ValidationComparison.Compare(owner, path, words, before, after, changes);
        }
        else if (name is "required" or "unique" or "sensitive" && (before ?? after)!.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Add(ChangeTexts.Switched(owner, name, isOn: after is { ValueKind: JsonValueKind.True }));
        }
        else if (name == "label" && after is { } label)
        {
            Add(ChangeTexts.Renamed(owner, JsonItems.ToText(label)));
        }
        else if ((before ?? after)!.Value.ValueKind == JsonValueKind.Array && (before is null || JsonItems.HasKeys(before)) && (after is null || JsonItems.HasKeys(after)))
        {
            CompareItems(words.Member(name), before, after);
        }
        else if (name is "settings" or "list" or "source" or "net" or "rfm" or "abc")
        {
            Compare(before, after);
        }
        else
        {
            Tell(name, before, after);
        }
    }

    private void CompareItems(LocalizedText list, JsonElement? before, JsonElement? after)
    {
        var (old, now) = (JsonItems.ByKey(before), JsonItems.ByKey(after));
        foreach (var item in now.Where(item => !old.ContainsKey(item.Key)))
        {
            Add(ChangeTexts.New(ChangeTexts.Item(owner, list, JsonItems.Label(item.Value))));
        }

        foreach (var item in old.Where(item => !now.ContainsKey(item.Key)))
        {
            Add(ChangeTexts.Removed(ChangeTexts.Item(owner, list, JsonItems.Label(item.Value))));
        }

        foreach (var item in old.Where(item => now.ContainsKey(item.Key)))
        {
            new MemberComparison(path, ChangeTexts.Item(owner, list, JsonItems.Label(item.Value)), words.OfSettings(null), changes).Compare(item.Value, now[item.Key]);
        }

        if (!old.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(old.ContainsKey)))
        {
            Add(ChangeTexts.Reordered(owner, list));
        }
    }

    private void Tell(string name, JsonElement? before, JsonElement? after)
    {
        var member = words.Member(name);
        Add((before, after, Quote(name, before), Quote(name, after)) switch
        {
            (null, _, _, { } now) => ChangeTexts.Set(owner, member, now),
            (_, null, { } old, _) => ChangeTexts.Unset(owner, member, old),
            (_, _, { } old, { } now) when old != now => ChangeTexts.Altered(owner, member, old, now),
            _ => ChangeTexts.Altered(owner, member),
        });
    }

    /// <summary>Null for what is too large, and for nothing.</summary>
    private LocalizedText? Quote(string member, JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => Quoted([words.Content(member, text.GetString()!)]),
        { ValueKind: JsonValueKind.True } => new("✓"),
        { ValueKind: JsonValueKind.False } => new("✗"),
        { ValueKind: JsonValueKind.Object } when JsonItems.Text(value, "zh-CN") is not null => Quoted([JsonItems.ToText(value.Value)]),
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            => Quoted([.. list.EnumerateArray().Select(item => words.Content(member, item.GetString()!))]),
        { ValueKind: JsonValueKind.Number } number => new(number.GetRawText()),
        _ => null,
    };

    private static LocalizedText? Quoted(IReadOnlyList<LocalizedText> texts)
    {
        var quote = ChangeTexts.Quoted(texts);
        return quote.Chinese.Length <= LongestQuote ? quote : null;
    }
}
