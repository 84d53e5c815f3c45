using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Snapshots;

/// <summary>A file of the repository that a test compares with what the program says; LOWCODE_UPDATE=1 writes it anew.</summary>
internal static class Snapshot
{
    private static bool IsUpdate => Environment.GetEnvironmentVariable("LOWCODE_UPDATE") == "1";

    public static void AssertEqual(string path, string actual)
    {
        var file = Repository.PathOf(path);
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{path} is missing; run these tests with LOWCODE_UPDATE=1 and look at what they write.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
