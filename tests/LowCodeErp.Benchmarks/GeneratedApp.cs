using System.Text.Json;

namespace LowCodeErp.Benchmarks;

/// <summary>The generated forms as the folder of an app, which is deleted with it.</summary>
internal sealed class GeneratedApp : IDisposable
{
    public const string Key = "generated";

    public GeneratedApp(params GeneratedForm[] forms)
    {
        Write("app.json", new { key = Key, label = new Dictionary<string, string> { ["zh-CN"] = "生成的应用", ["en"] = "Generated" }, menu = forms.Select(form => form.Key) });
        foreach (var form in forms)
        {
            Write(Path.Combine("forms", $"{form.Key}.json"), form.ToDefinition());
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lowcode-app-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string file, object content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(content));
    }
}
