using System.Text.RegularExpressions;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Projects;

/// <summary>The decision records: every project is there for a reason that somebody wrote down.</summary>
public sealed partial class DecisionTests
{
    private static readonly string[] _headings = ["**Context.**", "**Decision.**", "**Rejected.**"];

    private static IReadOnlyList<SourceFile> Records { get; } = [.. Repository.Files.Where(file => file.IsIn("src/decisions")).OrderBy(file => file.Name)];

    [Fact]
    public void Records_AreNumberedWithoutGapsAndStartWithTheirNumber()
    {
        Assert.NotEmpty(Records);
        Assert.All(Records.Select((record, index) => (record, Number: $"{index + 1:0000}")), item =>
        {
            Assert.Matches($"^{item.Number}-[a-z0-9-]+\\.md$", item.record.Name);
            Assert.StartsWith($"# {item.Number} ", item.record.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Records_SayWhyAndWhatElseThereWas()
        => Findings.AssertNone(
            from record in Records
            from heading in _headings
            where !record.Text.Contains(heading, StringComparison.Ordinal)
            select $"{record.Name} has no {heading}");

    [Fact]
    public void Projects_AreEachNamedByARecord()
    {
        var named = Records.SelectMany(record => ProjectName().Matches(record.Text)).Select(match => match.Value.TrimEnd('.')).ToHashSet();

        Findings.AssertNone(Project.All.Select(project => project.Name).Except(named));
    }

    [Fact]
    public void References_ToRecords_AreOfRecordsThatExist()
    {
        var numbers = Records.Select(record => record.Name[..4]).ToHashSet();

        Findings.AssertNone(
            from file in Repository.Files
            from Match match in Reference().Matches(file.Text)
            where !numbers.Contains(match.Groups[1].Value)
            select $"{file.Path}: {match.Value}");
    }

    [GeneratedRegex(@"LowCodeErp\.[A-Za-z.]+")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"\(?[Dd]ecision (\d{4})\b")]
    private static partial Regex Reference();
}
