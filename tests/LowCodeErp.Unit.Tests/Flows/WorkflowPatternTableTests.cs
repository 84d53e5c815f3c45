using System.Text.RegularExpressions;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>The table in <c>src/LowCodeErp.Runtime/Flows/PATTERNS.md</c> names a test for every pattern that it says we have.</summary>
public sealed partial class WorkflowPatternTableTests
{
    [Fact]
    public void Table_NamesOnlyTestsThatThereAre_AndAllOfThem()
    {
        var root = FindRoot();
        var named = File.ReadLines(Path.Combine(root, "src", "LowCodeErp.Runtime", "Flows", "PATTERNS.md"))
            .Where(line => line.StartsWith('|')).SelectMany(line => Names().Matches(line.Split('|')[^2]).Select(name => name.Groups[1].Value)).Distinct().ToList();
        var tests = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Flows{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Methods().Matches(File.ReadAllText(file)).Select(name => name.Groups[1].Value)).ToHashSet();

        Assert.True(named.Count > 40, "The table has lost its tests.");
        Assert.Empty(named.Except(tests));
        Assert.Empty(tests.Where(test => test.StartsWith("WP", StringComparison.Ordinal) || test.StartsWith("Resource_", StringComparison.Ordinal)).Except(named));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("`([A-Za-z0-9_]+)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"public (?:async Task|void) ([A-Za-z0-9_]+)\(")]
    private static partial Regex Methods();
}
