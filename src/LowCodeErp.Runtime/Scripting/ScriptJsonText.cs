using System.Text.Json;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Scripting;

/// <summary>JSON on its way into a script or out of it.</summary>
internal static class ScriptJsonText
{
    private const int MaximumLength = 1_000_000;

    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 64 };

    public static IEnumerable<Diagnostic> Check(string json)
    {
        if (json.Length > MaximumLength)
        {
            return [ScriptDiagnostics.InputTooLong(json.Length, MaximumLength)];
        }

        return Read(json) is { } mistake ? [ScriptDiagnostics.InputInvalid(mistake.Message)] : [];
    }

    /// <summary>A worker might answer anything.</summary>
    public static bool IsValid(string json) => json.Length <= MaximumLength && Read(json) is null;

    private static JsonException? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _options);
            return null;
        }
        catch (JsonException exception)
        {
            // A mistake of whoever wrote the JSON; it becomes a diagnostic.
            return exception;
        }
    }
}
