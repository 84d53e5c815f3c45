using System.Text.Json;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Metadata.Json;

/// <summary>
/// Changes one member of a record as a draft holds it. What is right is written as <see cref="DefinitionWriter"/> does it; what is wrong
/// (a number that is no number, a member that nobody knows) stays as somebody wrote it, so that no change loses another.
/// </summary>
public static class DefinitionEdit
{
    /// <param name="content">The record; anything but an object counts as one without members.</param>
    /// <param name="value">Null takes the member out.</param>
    /// <returns>Null when no member is left.</returns>
    public static JsonElement? Set(Type record, JsonElement? content, string member, JsonElement? value)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(member);
        var (members, known) = (MembersOf(content), DefinitionMember.Of(record));
        members.Remove(member);
        if (value is { } set)
        {
            members.Add(member, set);
        }

        return members.Count == 0 ? null : Write(known, members);
    }

    /// <summary>The content of a member; null when it is not written.</summary>
    public static JsonElement? Get(JsonElement? content, string member) => MembersOf(content).TryGetValue(member, out var value) ? value : null;

    private static Dictionary<string, JsonElement> MembersOf(JsonElement? content)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (content is { ValueKind: JsonValueKind.Object } record)
        {
            foreach (var member in record.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }

    private static JsonElement? Write(IReadOnlyList<DefinitionMember> known, Dictionary<string, JsonElement> members)
    {
        var (text, isEmpty) = (new CanonicalText(), true);
        text.OpenObject();
        foreach (var (name, content) in InOrder(known, members))
        {
            text.Member(name);
            text.Element(content);
            isEmpty = false;
        }

        text.Close();
        return isEmpty ? null : JsonElement.Parse(text.ToString());
    }

    /// <summary>Known members in the order of the record, without those that hold their default; then the unknown ones.</summary>
    private static IEnumerable<(string Name, JsonElement Content)> InOrder(IReadOnlyList<DefinitionMember> known, Dictionary<string, JsonElement> members)
    {
        foreach (var member in known)
        {
            if (members.Remove(member.Name, out var content) && Canonical(member, content) is { } written)
            {
                yield return (member.Name, written);
            }
        }

        foreach (var (name, content) in members)
        {
            yield return (name, content);
        }
    }

    private static JsonElement? Canonical(DefinitionMember member, JsonElement content)
    {
        var diagnostics = new DiagnosticBag();
        var value = member.Read(content, "", diagnostics);
        if (diagnostics.HasErrors)
        {
            return content;
        }

        return member.IsDefault(value) ? null : member.Write(value);
    }
}
