using System.Text;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json.Shapes;

namespace LowCodeErp.Metadata.Json;

/// <summary>
/// The one reader of metadata. It is strict: an unknown, missing, duplicate or wrong member is an error, so that a typing
/// mistake is never silently ignored. All errors are reported at once, each with its path and, for a file, its line and column.
/// </summary>
public static class DefinitionReader
{
    private const int MaximumMegabytes = 5;
    private const int MaximumDepth = 64;

    /// <summary>Null if anything was wrong; then <paramref name="diagnostics"/> says what.</summary>
    /// <param name="file">As the author knows it, <c>forms/order.json</c>; it begins the path of each diagnostic.</param>
    public static T? Read<T>(string json, string file, DiagnosticBag diagnostics)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return (T?)Read(JsonShape.Of(typeof(T)), json, file, "", diagnostics);
    }

    /// <summary>Reads the settings of an extension, which a definition holds as they were written.</summary>
    /// <param name="path">The place of <paramref name="element"/> in its definition: <c>fields[2].settings</c>.</param>
    public static object? Read(Type type, JsonElement element, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        // Settings that were left out are settings without members.
        var json = element.ValueKind == JsonValueKind.Undefined ? "{}" : element.GetRawText();
        return Read(JsonShape.Of(type), json, null, path, diagnostics);
    }

    internal static object? Read(JsonShape shape, string json, string? file, string path, DiagnosticBag diagnostics)
    {
        if (Encoding.UTF8.GetByteCount(json) > MaximumMegabytes * 1024 * 1024)
        {
            diagnostics.Add(MetadataDiagnostics.TooLarge(file ?? path, MaximumMegabytes));
            return null;
        }

        var text = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        var reading = new JsonReading(text, file, path);
        var value = ReadWhole(shape, text, reading);
        diagnostics.AddRange(reading.Errors);
        return reading.Errors.Count == 0 ? value : null;
    }

    private static object? ReadWhole(JsonShape shape, byte[] text, JsonReading reading)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaximumDepth });
        try
        {
            reader.Read();
            var value = shape.Read(ref reader, reading);
            reader.Read();
            return value;
        }
        catch (JsonException exception)
        {
            // Safe: thrown by the reader alone, for a text that is no JSON; its English sentence is replaced by ours.
            var offset = reading.Lines.OffsetOf(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            // A bracket just opened is not yet counted by the reader.
            var depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
            reading.Abandon(offset, place => Explain(place, text.AsSpan(0, offset), text.AsSpan(offset), depth));
            return null;
        }
    }

    private static Diagnostic Explain(string place, ReadOnlySpan<byte> before, ReadOnlySpan<byte> rest, int depth)
        => rest switch
        {
            [] => MetadataDiagnostics.Incomplete(place),
            [(byte)'{' or (byte)'[', ..] when depth >= MaximumDepth => MetadataDiagnostics.TooDeep(place, MaximumDepth),
            [(byte)'}' or (byte)']', ..] when EndsWithComma(before) => MetadataDiagnostics.TrailingComma(place),
            [(byte)'/', ..] => MetadataDiagnostics.Comment(place),
            [< (byte)' ', ..] => MetadataDiagnostics.ControlCharacter(place),
            _ => MetadataDiagnostics.Malformed(place, FirstCharacter(rest)),
        };

    private static bool EndsWithComma(ReadOnlySpan<byte> text) => text.TrimEnd(" \t\r\n"u8) is [.., (byte)','];

    private static string FirstCharacter(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var rune, out _);
        return rune.ToString();
    }
}
