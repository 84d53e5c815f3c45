using System.Text.RegularExpressions;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Projects;

/// <summary>The decision records: every project is there for a reason that somebody wrote down.</summary>
public sealed partial class DecisionTests
{
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
        => Assert.All(Records, record =>
        {
            Assert.Contains("**Context.**", record.Text, StringComparison.Ordinal);
            Assert.Contains("**Decision.**", record.Text, StringComparison.Ordinal);
            Assert.Contains("**Rejected.**", record.Text, StringComparison.Ordinal);
        });

    [Fact]
    public void Projects_AreEachNamedByARecord()
    {
        var named = Records.SelectMany(record => ProjectName().Matches(record.Text)).Select(match => match.Value.TrimEnd('.')).ToHashSet();

        Assert.Empty(Project.All.Select(project => project.Name).Except(named));
    }

    [Fact]
    public void References_ToRecords_AreOfRecordsThatExist()
    {
        var numbers = Records.Select(record => record.Name[..4]).ToHashSet();

        Assert.All(Repository.Files.Where(file => !file.IsIn("tests/LowCodeErp.Architecture.Tests")), file =>
            Assert.Empty(Reference().Matches(file.Text).Select(match => match.Groups[1].Value).Except(numbers)));
    }

    [GeneratedRegex(@"LowCodeErp\.[A-Za-z.]+")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"\(?[Dd]ecision (\d{4})\b")]
    private static partial Regex Reference();
}
