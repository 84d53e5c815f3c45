using System.Text.Json.Nodes;

namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>
/// Merges what two people made of one JSON text: what only one of them changed is taken from him, down to the members of objects and the items of
/// lists. What both changed differently is a conflict: mine is kept unless its place is among <paramref name="theirs"/>.
/// </summary>
/// <param name="theirs">The places of the conflicts in which the other's is taken, as <see cref="Conflicts"/> names them.</param>
internal sealed class JsonMerge(IReadOnlySet<string> theirs)
{
    private const string TypeMember = "type";

    private readonly List<string> _conflicts = [];

    /// <summary>In reading order: <c>forms[order].fields[amount].label.zh-CN</c>.</summary>
    public IReadOnlyList<string> Conflicts => _conflicts;

    /// <returns>Null where nothing is left.</returns>
    public JsonNode? Merge(string path, JsonNode? original, JsonNode? mine, JsonNode? other)
    {
        if (JsonNode.DeepEquals(mine, other) || JsonNode.DeepEquals(original, other))
        {
            return mine?.DeepClone();
        }

        if (JsonNode.DeepEquals(original, mine))
        {
            return other?.DeepClone();
        }

        return (mine, other) switch
        {
            (JsonObject ours, JsonObject others) when JsonNode.DeepEquals(ours[TypeMember], others[TypeMember]) => MergeMembers(path, original as JsonObject, ours, others),
            (JsonArray ours, JsonArray others) => MergeItems(path, original as JsonArray ?? [], ours, others),
            _ => Decide(path, mine, other),
        };
    }

    private JsonObject MergeMembers(string path, JsonObject? original, JsonObject mine, JsonObject other)
    {
        var merged = new JsonObject();
        foreach (var name in mine.Concat(other).Select(member => member.Key).Distinct(StringComparer.Ordinal))
        {
            if (Merge(path.Length == 0 ? name : $"{path}.{name}", original?[name], mine[name], other[name]) is { } value)
            {
                merged[name] = value;
            }
        }

        return merged;
    }

    private JsonArray MergeItems(string path, JsonArray original, JsonArray mine, JsonArray other)
    {
        var was = new KeyedItems(original);
        var (ours, others) = (new KeyedItems(mine, was), new KeyedItems(other, was));
        return [.. KeyedItems.Order(was, ours, others)
            .Select(key => Merge($"{path}[{key}]", was.Find(key), ours.Find(key), others.Find(key)))
            .Where(item => item is not null)];
    }

    private JsonNode? Decide(string path, JsonNode? mine, JsonNode? other)
    {
        _conflicts.Add(path);
        return (theirs.Contains(path) ? other : mine)?.DeepClone();
    }
}
