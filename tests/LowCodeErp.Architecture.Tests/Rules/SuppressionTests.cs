using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

/// <summary>Whoever silences a warning says why, right there.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public void NoWarn_OfAProject_HasItsReasonAbove()
        => Findings.AssertNone(Repository.Files.Where(file => file.Extension is ".csproj" or ".props" or ".targets")
            .SelectMany(file => file.Lines.Select((line, index) => (file, line, index)))
            .Where(item => item.line.Contains("<NoWarn", StringComparison.Ordinal) && !Above(item.file, item.index).EndsWith("-->", StringComparison.Ordinal))
            .Select(item => $"{item.file.Path}:{item.index + 1}"));

    [Fact]
    public void Pragma_InCode_HasItsReasonBesideItOrAbove()
        => Findings.AssertNone(Repository.Code.Where(file => !file.IsIn("tests/LowCodeErp.Architecture.Tests"))
            .SelectMany(file => file.Lines.Select((line, index) => (file, line, index)))
            .Where(item => item.line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal))
            .Where(item => !item.line.Contains("//", StringComparison.Ordinal) && !Above(item.file, item.index).StartsWith("//", StringComparison.Ordinal))
            .Select(item => $"{item.file.Path}:{item.index + 1}"));

    [Fact]
    public void Attribute_InCode_HasAJustification()
        => Findings.AssertNone(Repository.Code.Where(file => !file.IsIn("tests/LowCodeErp.Architecture.Tests"))
            .SelectMany(file => file.CodeLines.Select(line => (file, line)))
            .Where(item => item.line.Text.Contains("SuppressMessage(", StringComparison.Ordinal) && !item.line.Text.Contains("Justification", StringComparison.Ordinal))
            .Select(item => $"{item.file.Path}:{item.line.Number}"));

    private static string Above(SourceFile file, int index) => index == 0 ? "" : file.Lines[index - 1].Trim();
}
