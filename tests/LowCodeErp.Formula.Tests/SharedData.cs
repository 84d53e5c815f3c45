namespace LowCodeErp.Formula.Tests;

/// <summary>The test data beside the repository, which is not part of it.</summary>
internal static class SharedData
{
    public static string Find(string path)
    {
        var folder = Environment.GetEnvironmentVariable("LOWCODE_SHARED") ?? Ancestors().FirstOrDefault(Directory.Exists);
        var file = folder is null ? null : Path.Combine(folder, "data", path);
        Assert.SkipWhen(file is null || !File.Exists(file), "no shared data");
        return file!;
    }

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
