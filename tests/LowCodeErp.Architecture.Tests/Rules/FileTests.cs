using System.Text.RegularExpressions;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

public sealed partial class FileTests
{
    private const int MaximumLines = 350;

    [Fact]
    public void Files_OfCode_FitAReadersHead()
        => Findings.AssertNone(Repository.Files
            .Where(file => file.Extension is ".cs" or ".razor" or ".css" or ".js" && !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => file.Lines.Count > MaximumLines)
            .Select(file => $"{file.Path}: {file.Lines.Count} lines"));

    /// <summary>A path of the machine on which somebody worked means nothing on another.</summary>
    [Fact]
    public void Files_NameNoPathsOfAMachine() => AssertNowhere(MachinePath());

    /// <summary>Where packages come from is the business of whoever builds.</summary>
    [Fact]
    public void Files_NameNoPackageRegistries() => AssertNowhere(PackageRegistry());

    [Fact]
    public void Repository_ConfiguresNoPackageSources()
        => Findings.AssertNone(Repository.Files.Where(file => file.Name.ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC"));

    private static void AssertNowhere(Regex pattern)
        => Findings.AssertNone(Repository.Files.SelectMany(file => file.Lines
            .Select((line, index) => (line, index))
            .Where(item => pattern.IsMatch(item.line))
            .Select(item => $"{file.Path}:{item.index + 1} {item.line.Trim()}")));

    [GeneratedRegex(@"(?<![\w.$})\]""])/(work|root|tmp|home/\w+)/|\b[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(nuget|npmjs|pypi|debian|crates|yarnpkg)\.(org|com|io)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PackageRegistry();
}
