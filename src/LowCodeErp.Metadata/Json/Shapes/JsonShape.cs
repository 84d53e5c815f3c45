using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>How one .NET type stands in JSON. Reading, writing and describing it are one class, so that they cannot disagree.</summary>
internal abstract class JsonShape
{
    private static readonly ConcurrentDictionary<Type, JsonShape> Known = new()
    {
        [typeof(string)] = new TextShape(),
        [typeof(bool)] = new BooleanShape(),
        [typeof(int)] = new WholeNumberShape(typeof(int), int.MinValue, int.MaxValue),
        [typeof(long)] = new WholeNumberShape(typeof(long), long.MinValue, long.MaxValue),
        [typeof(decimal)] = new DecimalShape(),
        [typeof(DateOnly)] = new DateShape(),
        [typeof(DateTime)] = new MomentShape(),
        [typeof(TimeOnly)] = new TimeShape(),
        [typeof(JsonElement)] = new VerbatimShape(),
        [typeof(LocalizedText)] = new LocalizedTextShape(),
    };

    /// <summary>The reader stands on the first token of the value and is left on its last.</summary>
    /// <returns>Of no meaning once an error was reported.</returns>
    public abstract object? Read(ref Utf8JsonReader reader, JsonReading reading);

    public abstract void Write(CanonicalText text, object? value);

    /// <summary>Whether two values are written alike; records that hold lists are not equal to .NET even then.</summary>
    public virtual bool AreSame(object? left, object? right) => Equals(left, right);

    public abstract JsonObject Describe(SchemaParts parts);

    public static JsonShape Of(Type type)
        => Known.GetOrAdd(type, type => type.IsEnum ? new ChoiceShape(type) : new RecordShape(type));

    /// <param name="nullability">Tells <c>string?</c> from <c>string</c>, which the type alone does not.</param>
    public static JsonShape Of(Type type, NullabilityInfo nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return new NullableShape(Of(underlying));
        }

        var shape = OfNotNull(type, nullability);
        return nullability.ReadState == NullabilityState.Nullable ? new NullableShape(shape) : shape;
    }

    private static JsonShape OfNotNull(Type type, NullabilityInfo nullability)
    {
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var inner = nullability.GenericTypeArguments;
        if (generic == typeof(IReadOnlyList<>))
        {
            return new ListShape(inner[0].Type, Of(inner[0].Type, inner[0]));
        }

        return generic == typeof(IReadOnlyDictionary<,>) && inner[0].Type == typeof(string)
            ? new DictionaryShape(inner[1].Type, Of(inner[1].Type, inner[1]))
            : Of(type);
    }

    protected static object? Refuse(ref Utf8JsonReader reader, JsonReading reading, LocalizedText expected)
    {
        var found = reader.TokenType;
        reading.Report(reader.TokenStartIndex, place => MetadataDiagnostics.WrongType(place, expected, found));
        reader.Skip();
        return null;
    }
}
