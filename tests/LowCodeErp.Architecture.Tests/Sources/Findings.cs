namespace LowCodeErp.Architecture.Tests.Sources;

/// <summary>Shows every finding; xunit's own assertions stop after five.</summary>
internal static class Findings
{
    public static void AssertNone<T>(IEnumerable<T> found)
    {
        var lines = found.Select(item => $"{item}").ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
