using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A record with a constructor without parameters and properties with <c>init</c>.</summary>
internal sealed class RecordShape(Type type) : ObjectShape
{
    /// <summary>Found on first use, because a record may hold records of its own type.</summary>
    private readonly Lazy<IReadOnlyList<RecordMember>> _members = new(() => FindMembers(type));

    private readonly Lazy<ConstructorInvoker> _constructor = new(() => FindConstructor(type));

    public IReadOnlyList<RecordMember> Members => _members.Value;

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Refuse(ref reader, reading, Name);
        }

        var at = reader.TokenStartIndex;
        var record = _constructor.Value.Invoke();
        var missing = Members.Where(member => member.IsRequired).ToList();
        ReadMembers(ref reader, reading, (ref Utf8JsonReader reader, string name, long nameAt) =>
        {
            if (Members.FirstOrDefault(member => member.Name == name) is not { } member)
            {
                ReportUnknown(name, nameAt, reading);
                reader.Skip();
                return;
            }

            missing.Remove(member);
            member.Set(record, member.Shape.Read(ref reader, reading));
        });
        missing.ForEach(member => ReportMissing(member.Name, at, reading));
        return record;
    }

    public override void Write(CanonicalText text, object? value)
    {
        text.OpenObject();
        foreach (var member in Members)
        {
            var content = member.Get(value!);
            if (!member.IsDefault(content))
            {
                text.Member(member.Name);
                member.Shape.Write(text, content);
            }
        }

        text.Close();
    }

    public override bool AreSame(object? left, object? right)
        => Members.All(member => member.Shape.AreSame(member.Get(left!), member.Get(right!)));

    public override JsonObject Describe(SchemaParts parts) => parts.Refer(type, () =>
    {
        var required = Members.Where(member => member.IsRequired).Select(member => JsonValue.Create(member.Name)).ToArray();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Members.Select(member =>
                KeyValuePair.Create<string, JsonNode?>(member.Name, member.Shape.Describe(parts)))),
        };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required]);
        }

        schema["additionalProperties"] = false;
        return schema;
    });

    private void ReportUnknown(string name, long at, JsonReading reading)
    {
        var known = Members.Select(member => member.Name).ToList();
        reading.Report(at, place => MetadataDiagnostics.UnknownMember(
            place, JsonPath.Shorten(name), NearestName.Find(name, known), known));
    }

    private static ConstructorInvoker FindConstructor(Type type)
        => type.GetMethod("<Clone>$") is not null && type.GetConstructor(Type.EmptyTypes) is { } constructor
            ? ConstructorInvoker.Create(constructor)
            : throw new InvalidOperationException($"{type} cannot stand in metadata: it is no record with a constructor without parameters.");

    private static List<RecordMember> FindMembers(Type type)
    {
        var defaults = FindConstructor(type).Invoke();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => Depth(property.DeclaringType!))
            .ThenBy(property => property.MetadataToken)
            .Select(property => new RecordMember(property, defaults))];
    }

    /// <summary>Members of a base record come first.</summary>
    private static int Depth(Type type) => type.BaseType is null ? 0 : Depth(type.BaseType) + 1;
}
