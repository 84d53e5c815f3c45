namespace LowCodeErp.Commands.Tests.Flows;

/// <summary>The examples in <c>src/LowCodeErp.Runtime/Flows/README.md</c>.</summary>
internal static class FlowGuide
{
    /// <param name="kind">What stands behind <c>json</c> where the example begins.</param>
    public static string Fence(string kind) => File.ReadAllText(Path()).Split($"```json {kind}\n")[1].Split("```")[0];

    private static string Path()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return System.IO.Path.Combine(folder.FullName, "src", "LowCodeErp.Runtime", "Flows", "README.md");
    }
}
