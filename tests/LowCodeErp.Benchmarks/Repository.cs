namespace LowCodeErp.Benchmarks;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folder of an app of the tests.</summary>
    public static string App(string name) => Path.Combine(Root, "tests", "data", "apps", name);

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "LowCodeErp.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("LowCodeErp.sln is in none of the folders above."));
}
