using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json.Shapes;

namespace LowCodeErp.Metadata.Json;

/// <summary>A member of a record that stands in metadata, for editors, which change one member of a definition that may be wrong in others.</summary>
public sealed class DefinitionMember
{
    /// <summary>By record. What a type of this code is never changes.</summary>
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<DefinitionMember>> _known = new();

    private static readonly ConcurrentDictionary<Type, bool> _records = new();

    private readonly RecordMember _member;

    internal DefinitionMember(RecordMember member) => _member = member;

    /// <summary>As JSON has it: <c>maximumLength</c>.</summary>
    public string Name => _member.Name;

    public PropertyInfo Property => _member.Property;

    public bool IsRequired => _member.IsRequired;

    public bool IsNullable => _member.Shape is NullableShape;

    /// <summary>What the member holds where it is not written; null for a required one, which has to be.</summary>
    public object? Default => IsRequired ? null : _member.Default;

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<DefinitionMember> Of(Type record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _known.GetOrAdd(record, static type => JsonShape.Of(type) is RecordShape shape
            ? [.. shape.Members.Select(member => new DefinitionMember(member))]
            : throw new ArgumentException($"{type} is no record of metadata.", nameof(record)));
    }

    /// <summary>Whether values of the type are records of metadata: neither texts, numbers, choices and the like, nor lists.</summary>
    public static bool IsRecord(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _records.GetOrAdd(type, static type => type.IsClass && type.GetMethod("<Clone>$") is not null && JsonShape.Of(type) is RecordShape);
    }

    /// <summary>Of no meaning once something was reported.</summary>
    public object? Read(JsonElement content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return DefinitionReader.Read(_member.Shape, content.GetRawText(), null, path, diagnostics);
    }

    public JsonElement Write(object? value)
    {
        var text = new CanonicalText();
        _member.Shape.Write(text, value);
        return JsonElement.Parse(text.ToString());
    }

    internal bool IsDefault(object? value) => _member.IsDefault(value);
}
