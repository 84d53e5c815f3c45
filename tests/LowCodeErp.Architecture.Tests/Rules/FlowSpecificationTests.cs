using System.Text.RegularExpressions;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

/// <summary>The specification of flows numbers its rules, golden scenarios and durability tests; each of those that are built has a test that names it.</summary>
public sealed partial class FlowSpecificationTests
{
    private static readonly int[] Rules =
        [.. Enumerable.Range(1, 6), .. Enumerable.Range(8, 4), .. Enumerable.Range(13, 4), 18, .. Enumerable.Range(20, 11), .. Enumerable.Range(34, 7), 43, 44, 46, 47, 48, .. Enumerable.Range(50, 5), 56, 57, 58, 60, 61];

    private static readonly int[] Scenarios = [.. Enumerable.Range(1, 8), .. Enumerable.Range(13, 4), .. Enumerable.Range(18, 5), .. Enumerable.Range(24, 4)];

    private static readonly int[] Durability = [.. Enumerable.Range(1, 6), .. Enumerable.Range(9, 22), .. Enumerable.Range(33, 5), 39, 40];

    [Fact]
    public void Numbers_OfTheSpecification_AreNamesOfTests()
    {
        var named = Repository.Files.Where(file => file.Extension == ".cs" && file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => file.Lines).Where(line => line.Contains("public ", StringComparison.Ordinal))
            .SelectMany(line => Number().Matches(line)).Select(match => $"{match.Groups[1].Value}{int.Parse(match.Groups[2].ValueSpan, provider: null)}").ToHashSet(StringComparer.Ordinal);
        var expected = Rules.Select(number => $"Rule{number}").Concat(Scenarios.Select(number => $"G{number}")).Concat(Durability.Select(number => $"D{number}")).ToList();

        Assert.DoesNotContain(expected, name => !named.Contains(name));
    }

    [GeneratedRegex(@"(?<![A-Za-z])(Rule|G|D)(\d{1,2})_")]
    private static partial Regex Number();
}
