using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What differs in the members of one thing (a field, a form's list, an option), told with the thing's name.</summary>
internal sealed class MemberComparison(string path, LocalizedText owner, List<DesignChange> changes)
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
            ValidationComparison.Compare(owner, path, before, after, changes);
        }
        else if (name is "required" or "unique" && (before ?? after)!.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Add(ChangeTexts.Switched(owner, name, isOn: after is { ValueKind: JsonValueKind.True }));
        }
        else if (name == "label" && after is { } label)
        {
            Add(ChangeTexts.Renamed(owner, JsonItems.ToText(label)));
        }
        else if ((before ?? after)!.Value.ValueKind == JsonValueKind.Array && (before is null || JsonItems.HasKeys(before)) && (after is null || JsonItems.HasKeys(after)))
        {
            CompareItems(ChangeTexts.Member(name), before, after);
        }
        else if (name is "settings" or "list" or "source" or "net" or "rfm" or "abc")
        {
            Compare(before, after);
        }
        else
        {
            Tell(ChangeTexts.Member(name), before, after);
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
            new MemberComparison(path, ChangeTexts.Item(owner, list, JsonItems.Label(item.Value)), changes).Compare(item.Value, now[item.Key]);
        }

        if (!old.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(old.ContainsKey)))
        {
            Add(ChangeTexts.Reordered(owner, list));
        }
    }

    private void Tell(LocalizedText member, JsonElement? before, JsonElement? after)
        => Add((Quote(before), Quote(after)) switch
        {
            (null, null) => ChangeTexts.Altered(owner, member),
            ("", { } now) => ChangeTexts.Set(owner, member, now),
            ({ } old, "") => ChangeTexts.Unset(owner, member, old),
            ({ } old, { } now) => ChangeTexts.Altered(owner, member, old, now),
            _ => ChangeTexts.Altered(owner, member),
        });

    /// <summary>Blank where there is nothing, null for what is too large.</summary>
    private static string? Quote(JsonElement? value) => value switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => Short($"“{text.GetString()}”"),
        { ValueKind: JsonValueKind.True } => "✓",
        { ValueKind: JsonValueKind.False } => "✗",
        { ValueKind: JsonValueKind.Object } when JsonItems.Text(value, "zh-CN") is { } label => Short($"“{label}”"),
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            => Short($"“{string.Join("、", list.EnumerateArray().Select(item => item.GetString()))}”"),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static string? Short(string text) => text.Length <= LongestQuote ? text : null;
}
