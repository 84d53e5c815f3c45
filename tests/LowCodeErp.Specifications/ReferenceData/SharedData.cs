using Xunit;

namespace LowCodeErp.Specifications.ReferenceData;

/// <summary>
/// The data sets in the repository, where their licence permits it, and those beside it; tests that need one that is not laid
/// out are skipped.
/// </summary>
public static class SharedData
{
    public static string PathOf(string relativePath)
    {
        var path = Roots().Select(root => Path.Combine(root, "data", relativePath)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.Skip("no shared data");
        }

        return path;
    }

    /// <summary>The folders of this name that are laid out, the repository's first.</summary>
    public static IEnumerable<string> FoldersOf(string relativePath)
        => Roots().Select(root => Path.Combine(root, "data", relativePath)).Where(Directory.Exists);

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("LOWCODE_SHARED") is { Length: > 0 } root)
        {
            yield return root;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "tests");
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
