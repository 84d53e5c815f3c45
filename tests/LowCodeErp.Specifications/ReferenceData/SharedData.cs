using Xunit;

namespace LowCodeErp.Specifications.ReferenceData;

/// <summary>The data sets beside the repository; the tests that need them are skipped where they are not laid out.</summary>
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

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("LOWCODE_SHARED") is { Length: > 0 } root)
        {
            yield return root;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
