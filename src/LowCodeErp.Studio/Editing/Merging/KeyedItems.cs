using System.Text.Json.Nodes;

namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>
/// The items of a list by what makes each of them the same item in another version of the list: its key, the field it shows,
/// the form that it grants, else what it says of itself apart from the items inside it.
/// </summary>
internal sealed class KeyedItems
{
    private const string TypeMember = "type";
    private const string ItemsMember = "items";

    private readonly Dictionary<string, JsonNode?> _items = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    /// <param name="original">The list that this one was made of: a container that says something else of itself now is the one that held some of its fields.</param>
    public KeyedItems(JsonArray list, KeyedItems? original = null)
    {
        var names = list.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var item in list)
        {
            var name = original?.FindFormer(item, names) ?? NameOf(item);
            names.Add(name);
            var key = name;
            for (var copy = 2; !_items.TryAdd(key, item); copy++)
            {
                key = $"{name}#{copy}";
            }

            _keys.Add(key);
        }
    }

    /// <summary>Null when there is no such item.</summary>
    public JsonNode? Find(string key) => _items.GetValueOrDefault(key);

    /// <summary>
    /// The keys of both lists. Who moved items decides on the order, mine if both did; what only the other list has stands behind what it
    /// stands behind there.
    /// </summary>
    public static IReadOnlyList<string> Order(KeyedItems original, KeyedItems mine, KeyedItems other)
    {
        var (leading, following) = mine.KeepsOrderOf(original) && !other.KeepsOrderOf(original) ? (other, mine) : (mine, other);
        var order = leading._keys.ToList();
        var at = 0;
        foreach (var key in following._keys)
        {
            if (leading._items.ContainsKey(key))
            {
                at = order.IndexOf(key) + 1;
            }
            else
            {
                order.Insert(at++, key);
            }
        }

        return order;
    }

    private static string NameOf(JsonNode? item) => item switch
    {
        JsonObject { } named when named["key"] is JsonValue key => key.ToString(),
        JsonObject { } shown when shown["settings"]?["field"] is JsonValue field => field.ToString(),
        JsonObject { } grant when grant["form"] is JsonValue form => form.ToString(),
        JsonObject { } other => WithoutItems(other).ToJsonString(),
        _ => item?.ToJsonString() ?? "",
    };

    /// <summary>Null for an item that was there as it is, is new, or is no container.</summary>
    private string? FindFormer(JsonNode? item, HashSet<string> taken)
        => item is JsonObject container && !_items.ContainsKey(NameOf(item)) && FieldsIn(container).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } fields
            ? _keys.Find(key => !taken.Contains(key) && _items[key] is JsonObject former && JsonNode.DeepEquals(former[TypeMember], container[TypeMember]) && fields.Overlaps(FieldsIn(former)))
            : null;

    /// <summary>The fields of a form that stand in the item, at any depth.</summary>
    private static IEnumerable<string> FieldsIn(JsonObject item)
        => item[ItemsMember] is JsonArray items
            ? items.OfType<JsonObject>().SelectMany(inner => inner["settings"]?["field"] is JsonValue field ? [field.ToString()] : FieldsIn(inner))
            : [];

    private static JsonObject WithoutItems(JsonObject item)
    {
        var self = (JsonObject)item.DeepClone();
        self.Remove(ItemsMember);
        return self;
    }

    private bool KeepsOrderOf(KeyedItems original)
        => _keys.Where(original._items.ContainsKey).SequenceEqual(original._keys.Where(_items.ContainsKey), StringComparer.Ordinal);
}
