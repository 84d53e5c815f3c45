namespace LowCodeErp.Unit.Tests.Spreadsheets;

/// <summary>Files of this repository's tests, and of the shared test data where there is any.</summary>
internal static class TestFiles
{
    /// <summary>The folder of the whole program.</summary>
    public static string Root { get; } = FindAbove("LowCodeErp.sln")!;

    public static string Messy(string name = "") => Path.Combine(Root, "tests", "data", "messy", name);

    public static string SharedOrSkip(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("LOWCODE_SHARED") ?? Path.Combine(FindAbove("shared/data") ?? "", "shared");
        var file = Path.Combine([root, "data", .. path]);
        Assert.SkipUnless(File.Exists(file), "no shared data");
        return file;
    }

    private static string? FindAbove(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, name)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
