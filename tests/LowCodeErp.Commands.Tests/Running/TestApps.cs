namespace LowCodeErp.Commands.Tests.Running;

/// <summary>The apps and files of <c>tests/data</c>.</summary>
internal static class TestApps
{
    public static string Data { get; } = FindData();

    public static string PathOf(string app) => Path.Combine(Data, "apps", app);

    /// <returns>A copy that the test may change.</returns>
    public static string Copy(string app, string target)
    {
        foreach (var file in Directory.EnumerateFiles(PathOf(app), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(PathOf(app), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static string FindData()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "data");
    }
}
