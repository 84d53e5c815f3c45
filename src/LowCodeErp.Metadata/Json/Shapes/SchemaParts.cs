using System.Text.Json;
using System.Text.Json.Nodes;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>The named parts of a schema. A part may refer to itself: a group of conditions holds groups of conditions.</summary>
internal sealed class SchemaParts
{
    private readonly Dictionary<Type, string> _names = [];

    public JsonObject Definitions { get; } = [];

    public JsonObject Refer(Type type, Func<JsonObject> describe)
    {
        if (!_names.TryGetValue(type, out var name))
        {
            name = NewName(JsonNamingPolicy.CamelCase.ConvertName(type.Name));
            _names.Add(type, name);
            // The place is taken before the content is known, which keeps the parts in the order of their first use.
            Definitions.Add(name, null);
            Definitions[name] = describe();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private string NewName(string name)
    {
        var free = name;
        for (var number = 2; Definitions.ContainsKey(free); number++)
        {
            free = $"{name}{number}";
        }

        return free;
    }
}
