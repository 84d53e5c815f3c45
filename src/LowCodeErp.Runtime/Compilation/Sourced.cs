using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>A definition with the file it came from, so that every mistake can be told with its place.</summary>
/// <param name="File">Relative to the app's folder: <c>forms/order.json</c>.</param>
/// <param name="Json">The text it was read from: what is stored when it is published.</param>
public sealed record Sourced<T>(string File, T Definition, string Json)
{
    private readonly Lazy<JsonPlaces> _places = new(() => new(File, Json));

    /// <summary>The place of a path for a message: <c>forms/order.json:12:5 fields[2].type</c>.</summary>
    public string At(string path) => _places.Value.At(path);

    /// <summary>The same mistake, told with its place; its path was relative to the definition.</summary>
    public Diagnostic Locate(Diagnostic diagnostic) => diagnostic with { Path = At(diagnostic.Path) };
}
