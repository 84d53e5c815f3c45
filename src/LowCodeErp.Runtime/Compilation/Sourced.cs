namespace LowCodeErp.Runtime.Compilation;

/// <summary>A definition with the file it came from, so that every mistake can be told with its place.</summary>
/// <param name="File">Relative to the app's folder: <c>forms/order.json</c>.</param>
/// <param name="Json">The text it was read from: what is stored when it is published.</param>
public sealed record Sourced<T>(string File, T Definition, string Json)
{
    public string At(string path) => path.Length == 0 ? File : $"{File} {path}";
}
