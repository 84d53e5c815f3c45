using System.Text.Json;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Specifications.ReferenceData;

namespace LowCodeErp.Commands.Tests.Messy;

/// <summary>Files that other importers trip on: each goes in or is refused in words, soon.</summary>
public sealed class MessyFileTests(NotesWorkspace notes) : IClassFixture<NotesWorkspace>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Encrypted, empty, an entity bomb: nothing to read rows from.</summary>
    private static readonly string[] _unreadable = ["s21", "s22", "s23"];

    private static readonly string[] _fields = ["first", "second"];

    public static IEnumerable<TheoryDataRow<string>> Files()
        => FindFiles().Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_MessyFile_IsStoredOrRefusedInWords(string name)
    {
        var file = FindFiles().First(file => Path.GetFileName(file) == name);
        var before = await notes.Workspace.CountAsync("note");
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = await notes.Workspace.RunAsync(["import", "note", file, .. MappingOf(file)]);
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(started);

        result.MustNotTrace();
        Assert.InRange(took, TimeSpan.Zero, Limit);
        var stored = await notes.Workspace.CountAsync("note") - before;
        if (result.ExitCode == 0)
        {
            Assert.StartsWith($"读取 {stored} 行：新建 {stored}，", result.Output, StringComparison.Ordinal);
            Assert.InRange(stored, 1, int.MaxValue);
            Assert.DoesNotContain(name[..3], _unreadable);
        }
        else
        {
            Assert.Equal(1, result.ExitCode);
            Assert.Equal(0, stored);
            Assert.StartsWith(name, result.ErrorLines[0], StringComparison.Ordinal);
        }
    }

    /// <summary>The first two columns, whatever they are called, as a person would choose them in the dialog.</summary>
    private static string[] MappingOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = SpreadsheetReader.Open(stream, Path.GetFileName(file), SpreadsheetLimits.Default, new DiagnosticBag());
        if (reader is null)
        {
            return [];
        }

        var names = SheetHeader.Find(reader.ReadRows()).Names;
        var columns = _fields.Zip(names).ToDictionary(pair => pair.First, pair => pair.Second);
        return ["--mapping", JsonSerializer.Serialize(new { columns })];
    }

    /// <summary>Those of the repository, and where there is shared data, what is there besides.</summary>
    private static IEnumerable<string> FindFiles()
        => SharedData.FoldersOf("messy")
            .SelectMany(folder => Directory.EnumerateFiles(folder, "s*"))
            .Where(file => !file.EndsWith(".json", StringComparison.Ordinal))
            .DistinctBy(Path.GetFileName)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal);
}
