using LowCodeErp.Unit.Tests.Spreadsheets;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>A copy of a template that a test may change, as a company would in the Studio.</summary>
internal sealed class TemporaryTemplate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lowcode-template-");

    public TemporaryTemplate(string template)
    {
        var source = System.IO.Path.Combine(TestFiles.Root, "templates", template);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => _folder.FullName;

    public void Replace(string file, string text, string by)
    {
        var path = System.IO.Path.Combine(Path, file);
        var content = File.ReadAllText(path);
        Assert.Contains(text, content, StringComparison.Ordinal);
        File.WriteAllText(path, content.Replace(text, by, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
