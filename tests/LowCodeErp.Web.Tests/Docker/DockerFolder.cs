using System.Text.Json;

namespace LowCodeErp.Web.Tests.Docker;

/// <summary>The files of <c>docker/</c>, and the Dockerfile as instructions.</summary>
internal static class DockerFolder
{
    private static readonly char[] _blanks = [' ', '\t'];

    public static string Root { get; } = FindRoot();

    public static string Read(string name) => File.ReadAllText(Path.Combine(Root, "docker", name));

    /// <summary>Instruction and its words, with continued lines joined and comments left out.</summary>
    public static IReadOnlyList<(string Name, string Text)> ReadDockerfile()
    {
        var lines = Read("Dockerfile").Split('\n').Where(line => !line.TrimStart().StartsWith('#'));
        return [.. string.Join('\n', lines).Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(_blanks, 2, StringSplitOptions.TrimEntries))
            .Select(words => (words[0].ToUpperInvariant(), words.ElementAtOrDefault(1) ?? ""))];
    }

    public static string TextOf(string instruction) => ReadDockerfile().Last(found => found.Name == instruction).Text;

    /// <summary>The words of the exec form, <c>["dotnet", "…"]</c>: the only one that passes signals on.</summary>
    public static IReadOnlyList<string> WordsOf(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must lie within the repository.");
        }

        return folder.FullName;
    }
}
