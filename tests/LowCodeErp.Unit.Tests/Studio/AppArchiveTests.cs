using System.IO.Compression;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Unit.Tests.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Studio;

public sealed class AppArchiveTests
{
    private static readonly string[] _places = ["templates", "tests/data/apps"];

    private const string App = """{"key": "shop", "label": {"zh-CN": "商店"}}""";

    /// <summary>Those that are shipped, and those of the tests, which are not all in the canonical writing.</summary>
    public static TheoryData<string> Apps => [.. AppFolders()];

    [Theory]
    [MemberData(nameof(Apps))]
    public void App_OpenedAndExportedUnchanged_IsTheSameToTheByte(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var exported = AppArchive.Write(AppDocument.Of(TemplateFolder.Read(Path.Combine(TestFiles.Root, folder), diagnostics)!).ToPackage());

        Assert.Empty(diagnostics.Items);
        using var archive = new ZipArchive(new MemoryStream(exported));
        var files = Directory.EnumerateFiles(Path.Combine(TestFiles.Root, folder), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(TestFiles.Root, folder), file).Replace('\\', '/')).Where(file => !file.StartsWith("mapping", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(files, archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.All(archive.Entries, entry => Assert.Equal(File.ReadAllText(Path.Combine(TestFiles.Root, folder, entry.FullName)), Text(entry)));
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void App_ExportedAndImported_IsTheSameAndExportsTheSame(string folder)
    {
        var exported = AppArchive.Write(AppDocument.Of(TemplateFolder.Read(Path.Combine(TestFiles.Root, folder), new DiagnosticBag())!).ToPackage());

        var diagnostics = new DiagnosticBag();
        var read = AppArchive.Read(new MemoryStream(exported), diagnostics);

        Assert.Empty(diagnostics.Items);
        Assert.Equal(exported, AppArchive.Write(AppDocument.Of(read!).ToPackage()));
    }

    /// <summary>Kept on the server in between, where the one canonical writing is used.</summary>
    [Theory]
    [MemberData(nameof(Apps))]
    public void Draft_WithOneFormChanged_ExportsTheOthersToTheByte(string folder)
    {
        var origin = TemplateFolder.Read(Path.Combine(TestFiles.Root, folder), new DiagnosticBag())!;
        var changed = AppDocument.Of(origin).ChangeForm(origin.Forms[0].Definition.Key, form => form with { Icon = "star" });

        var again = DesignDraftDefinition.Read(DesignDraftDefinition.Write(changed)).ToDocument().Since(origin).ToPackage();

        Assert.NotEqual(origin.Forms[0].Json, again.Forms[0].Json);
        Assert.Equal(origin.Forms.Skip(1).Select(form => form.Json), again.Forms.Skip(1).Select(form => form.Json));
        Assert.Equal(origin.TierModels.Select(model => model.Json), again.TierModels.Select(model => model.Json));
        Assert.Equal(origin.App.Json, again.App.Json);
    }

    [Fact]
    public void Folder_PackedAsAWhole_IsRead()
    {
        var (package, diagnostics) = Read(("shop/app.json", App), ("shop/README.md", "# 商店"), ("shop/seed/1.order.csv", "x"));

        Assert.Equal("shop", package!.App.Definition.Key);
        Assert.All(diagnostics, diagnostic => Assert.Equal("template.archive.left-out", diagnostic.Code));
        Assert.Equal(2, diagnostics.Count);
    }

    [Theory]
    [InlineData("../app2.json")]
    [InlineData("/etc/passwd")]
    [InlineData("forms/../../x.json")]
    [InlineData("forms\\x.json")]
    [InlineData("C:\\x.json")]
    [InlineData("forms/Order.json")]
    [InlineData("forms/a/b.json")]
    [InlineData("run.exe")]
    [InlineData("forms/order.json\u202e.exe")]
    [InlineData("nested.zip")]
    public void File_ThatIsNoPartOfAnApp_IsRefusedByName(string name)
    {
        var (package, diagnostics) = Read(("app.json", App), (name, "{}"));

        Assert.Null(package);
        var refused = Assert.Single(diagnostics);
        Assert.Equal("template.archive.unknown-file", refused.Code);
        Assert.Contains(name.Replace('\u202e', '?'), refused.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Bomb_OfOneFile_IsNotUnpacked()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (package, diagnostics) = Read(("app.json", App), ("forms/order.json", new string(' ', 15 * 1024 * 1024)));

        Assert.Null(package);
        Assert.Equal("template.archive.file-too-large", Assert.Single(diagnostics).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 120L * 1024 * 1024);
    }

    [Fact]
    public void Bomb_OfManyFiles_IsRefused()
    {
        var large = $$"""{"key": "x", "label": {"zh-CN": "{{new string('长', 1_000_000)}}"}, "title": "a", "fields": []}""";
        var (package, diagnostics) = Read([("app.json", App), .. Enumerable.Range(0, 30).Select(number => ($"forms/f{number}.json", large))]);

        Assert.Null(package);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "template.archive.file-too-large");
        Assert.Equal("template.archive.too-many-files", Assert.Single(Read([.. Enumerable.Range(0, 2_001).Select(number => ($"forms/f{number}.json", "{}"))]).Diagnostics).Code);
    }

    [Fact]
    public void Size_ThatTheFileLiesAbout_IsNotBelieved()
    {
        var bytes = Pack(("app.json", App + new string(' ', 5_000)));
        // The size before packing stands in the directory at the end of the file, and nobody checks it.
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 10);
        var diagnostics = new DiagnosticBag();

        Assert.Null(AppArchive.Read(new MemoryStream(bytes), diagnostics));
        Assert.NotEmpty(diagnostics.Items);
    }

    [Fact]
    public void Mistakes_OfSeveralFiles_AreAllTold()
    {
        var (package, diagnostics) = Read(("app.json", """{"key": "shop", "label": {"zh-CN": "商店"}, "menue": []}"""), ("forms/order.json", "{"), ("tiering/a.json", "[]"));

        Assert.Null(package);
        Assert.Equal(["app.json", "forms/order.json", "tiering/a.json"], diagnostics.Select(diagnostic => diagnostic.Path.Split(':', ' ')[0]).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no zip at all")]
    [InlineData("PK\u0003\u0004 cut off")]
    public void Contents_ThatAreNoZip_AreRefused(string contents)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(AppArchive.Read(new MemoryStream(Encoding.UTF8.GetBytes(contents)), diagnostics));

        Assert.Equal("template.archive.broken", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void Zip_WithoutApp_OrWithTwo_IsRefused()
    {
        Assert.Equal("template.archive.no-app", Assert.Single(Read(("forms/order.json", "{}")).Diagnostics).Code);
        Assert.Equal("template.archive.file-twice", Assert.Single(Read(("app.json", App), ("app.json", App)).Diagnostics).Code);
    }

    private static IEnumerable<string> AppFolders()
        => _places.SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(TestFiles.Root, folder)))
            .Where(folder => File.Exists(Path.Combine(folder, "app.json"))).Select(folder => Path.GetRelativePath(TestFiles.Root, folder)).Order(StringComparer.Ordinal);

    private static (AppPackage? Package, IReadOnlyList<Diagnostic> Diagnostics) Read(params (string Name, string Text)[] files)
    {
        var diagnostics = new DiagnosticBag();
        return (AppArchive.Read(new MemoryStream(Pack(files)), diagnostics), diagnostics.Items);
    }

    private static byte[] Pack(params (string Name, string Text)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                WorkbookFile.Add(archive, name, text);
            }
        }

        return output.ToArray();
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
