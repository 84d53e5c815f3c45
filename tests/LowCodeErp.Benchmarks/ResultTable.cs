using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LowCodeErp.Benchmarks;

/// <summary>What was measured: each figure beside the yardstick of the same run, so that the machine cancels out.</summary>
/// <param name="name">Of the marks in the READMEs that it stands between.</param>
/// <param name="scale">How much of what was made.</param>
internal sealed class ResultTable(string name, string scale)
{
    private readonly string _start = $"<!-- {name}:start -->";
    private readonly string _end = $"<!-- {name}:end -->";

    private static readonly string[] Readmes = ["README.md", "README.zh-CN.md"];

    private readonly List<(string What, string Database, string Product, string Yardstick, string Ratio, string Budget)> _rows = [];

    public void Add(string what, BenchmarkWorkspace workspace, string product, string yardstick, double ratio, string budget)
        => Add(what, workspace.Name, product, yardstick, ratio, budget);

    public void Add(string what, string place, string product, string yardstick, double ratio, string budget)
    {
        _rows.Add((what, place, product, yardstick, ratio.ToString("0.00×", CultureInfo.InvariantCulture), budget));
        Console.Error.WriteLine($"{place}: {what}: {product} / {yardstick} = {ratio:0.00}");
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Commit {Commit()}, seed {BenchmarkOptions.Seed}, {Environment.ProcessorCount} cores, {scale}.");
        text.AppendLine().AppendLine("| What | Database | Product | Yardstick (same run) | Ratio | Budget |").AppendLine("|---|---|---|---|---|---|");
        foreach (var row in _rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.What} | {row.Database} | {row.Product} | {row.Yardstick} | {row.Ratio} | {row.Budget} |");
        }

        return text.ToString();
    }

    /// <summary>Replaces what stands between the two marks of each README.</summary>
    public void WriteToReadmes()
    {
        foreach (var file in Readmes.Select(name => Path.Combine(Repository.Root, name)))
        {
            var text = File.ReadAllText(file);
            var (start, end) = (text.IndexOf(_start, StringComparison.Ordinal) + _start.Length, text.IndexOf(_end, StringComparison.Ordinal));
            File.WriteAllText(file, $"{text[..start]}\n{ToMarkdown()}{text[end..]}");
        }
    }

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", "rev-parse --short HEAD") { RedirectStandardOutput = true, WorkingDirectory = Repository.Root });
        return git?.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } commit ? commit : "unknown";
    }
}
