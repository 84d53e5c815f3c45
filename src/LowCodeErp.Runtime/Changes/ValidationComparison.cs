using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What differs among validations. They have no keys that people know; one is the same if its message is, or else its condition.</summary>
internal static class ValidationComparison
{
    public static void Compare(LocalizedText owner, string path, KeyWords words, JsonElement? before, JsonElement? after, List<DesignChange> changes)
    {
        var (old, now) = (ItemsOf(before), ItemsOf(after));
        var pairs = Match(old, now, JsonItems.AreSame).Concat(Match(old, now, HasSame("message"))).Concat(Match(old, now, HasSame("condition"))).ToList();
        changes.AddRange(now.Select(added => new DesignChange(path, ChangeTexts.New(NameOf(owner, added), words.Content("condition", JsonItems.Text(added, "condition") ?? "")))));
        changes.AddRange(old.Select(removed => new DesignChange(path, ChangeTexts.Removed(NameOf(owner, removed)))));
        foreach (var (was, became) in pairs)
        {
            new MemberComparison(path, NameOf(owner, was), words, changes).Compare(was, became);
        }
    }

    private static List<JsonElement> ItemsOf(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    private static Func<JsonElement?, JsonElement?, bool> HasSame(string member) => (one, other) => JsonItems.AreSame(JsonItems.Find(one, member), JsonItems.Find(other, member));

    /// <summary>Takes those that belong together out of both lists.</summary>
    private static List<(JsonElement Before, JsonElement After)> Match(List<JsonElement> old, List<JsonElement> now, Func<JsonElement?, JsonElement?, bool> isSame)
    {
        var pairs = new List<(JsonElement, JsonElement)>();
        foreach (var item in old.ToList())
        {
            var place = now.FindIndex(other => isSame(item, other));
            if (place >= 0)
            {
                pairs.Add((item, now[place]));
                old.Remove(item);
                now.RemoveAt(place);
            }
        }

        return pairs;
    }

    private static LocalizedText NameOf(LocalizedText owner, JsonElement validation)
        => ChangeTexts.Item(owner, ChangeTexts.Member("validation"), JsonItems.Find(validation, "message") is { } message ? JsonItems.ToText(message) : new(""));
}
