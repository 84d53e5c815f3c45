using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>One member of settings, at whatever depth.</summary>
/// <param name="Owner">The record that has it.</param>
/// <param name="Path">Within the settings: <c>values</c>, <c>assignees[0].formula</c>.</param>
internal sealed record SettingsWalk(DefinitionMember Member, object Owner, string Path)
{
    /// <summary>What the attributes of a member are never changes, and finding them out takes longer than all else that is asked of it.</summary>
    private static readonly ConcurrentDictionary<PropertyInfo, Attribute[]> _attributes = new();

    private readonly Attribute[] _marks = _attributes.GetOrAdd(Member.Property, FindAttributes);

    public object? Value { get; } = Member.Property.GetValue(Owner);

    /// <summary>Whether any attribute says what it names or reckons with; most members have none.</summary>
    public bool IsMarked => _marks.Length > 0;

    public static IEnumerable<SettingsWalk> Of(object settings, string path = "")
    {
        foreach (var member in DefinitionMember.Of(settings.GetType()))
        {
            var at = new SettingsWalk(member, settings, JsonPath.Member(path, member.Name));
            yield return at;
            foreach (var inner in Inside(at.Value, at.Path))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The records of one kind among the owners of members, with their paths.</summary>
    public static IEnumerable<(T Record, string Path)> RecordsIn<T>(IEnumerable<SettingsWalk> members)
        where T : class
        => members.Where(member => member.Owner is T).DistinctBy(member => member.Owner, ReferenceEqualityComparer.Instance)
            .Select(member => ((T)member.Owner, member.Path[..Math.Max(0, member.Path.LastIndexOf('.'))]));

    public T? Find<T>() where T : Attribute => Array.Find(_marks, attribute => attribute is T) as T;

    /// <summary>What the member says, with the path of each: of a text itself, of a list its items, of a map its values.</summary>
    public IEnumerable<(string Text, string Path)> Texts => Value switch
    {
        string text => [(text, Path)],
        IEnumerable<string> texts => texts.Select((text, index) => (text, JsonPath.Item(Path, index))),
        IEnumerable<KeyValuePair<string, string>> entries => entries.Select(entry => (entry.Value, JsonPath.Member(Path, entry.Key))),
        _ => [],
    };

    /// <summary>The text that a member of the same record says; null where it says none.</summary>
    public string? Beside(string property) => Owner.GetType().GetProperty(property)?.GetValue(Owner) as string;

    private static Attribute[] FindAttributes(PropertyInfo member)
        => [.. Attribute.GetCustomAttributes(member).Where(attribute => attribute.GetType().Assembly == typeof(FormKeyAttribute).Assembly)];

    private static IEnumerable<SettingsWalk> Inside(object? value, string path) => value switch
    {
        null or string or JsonElement => [],
        IDictionary map => map.Keys.Cast<string>().SelectMany(key => Inside(map[key], JsonPath.Member(path, key))),
        IEnumerable items => items.Cast<object?>().SelectMany((item, index) => Inside(item, JsonPath.Item(path, index))),
        _ when DefinitionMember.IsRecord(value.GetType()) => Of(value, path),
        _ => [],
    };
}
