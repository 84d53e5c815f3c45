using System.Diagnostics;

namespace LowCodeErp.Architecture.Tests.Sources;

/// <summary>The files of this repository as git knows them: those it keeps and new ones, but not what it ignores.</summary>
public static class Repository
{
    private static readonly string[] _textExtensions =
        [".cs", ".razor", ".css", ".js", ".json", ".csproj", ".props", ".targets", ".resx", ".md", ".yaml", ".sln", ".editorconfig", ".gitignore", ""];

    public static string Root { get; } = FindRoot();

    /// <summary>Everything that people wrote as text. Test data came from elsewhere and is as it is.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. ListPaths()
            .Where(path => _textExtensions.Contains(Path.GetExtension(path)) && !path.StartsWith("tests/data/messy/", StringComparison.Ordinal))
            .Where(path => File.Exists(PathOf(path)))
            .Select(path => new SourceFile(path, File.ReadAllText(PathOf(path)))),
    ];

    /// <summary>C# and Razor files of the product and its tests, without what EF generated.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } =
        [.. Files.Where(file => file.Extension is ".cs" or ".razor" && !file.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    /// <summary>The part of <see cref="Code"/> that ships.</summary>
    public static IEnumerable<SourceFile> ProductCode => Code.Where(file => file.IsIn("src"));

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static SourceFile Find(string path) => Files.Single(file => file.Path == path);

    private static string[] ListPaths()
    {
        string[] words = ["-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
        using var git = Process.Start(new ProcessStartInfo("git", words) { RedirectStandardOutput = true })!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0 ? paths : throw new InvalidOperationException("git ls-files failed; these tests need a clone of the repository.");
    }

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
