namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>The folder of the repository that the tests were built in.</summary>
internal static class RepositoryFolder
{
    public static DirectoryInfo Folder { get; } = Find();

    private static DirectoryInfo Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
