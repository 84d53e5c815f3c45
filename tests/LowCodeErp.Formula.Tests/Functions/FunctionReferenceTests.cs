using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Tests.Functions;

/// <summary>The reference in the README is generated; run with LOWCODE_UPDATE=1 to write it anew.</summary>
public sealed class FunctionReferenceTests
{
    private const string Heading = "## 函数 Functions\n\n";

    [Fact]
    public void Reference_InTheReadme_IsWhatTheFunctionsSay()
    {
        var path = FindReadme();
        var readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        var written = readme[..(readme.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)] + FunctionReference.Write();
        if (Environment.GetEnvironmentVariable("LOWCODE_UPDATE") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.Equal(written, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    internal static string FindReadme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must lie within the repository.");
        }

        return Path.Combine(folder.FullName, "src", "LowCodeErp.Formula", "README.md");
    }
}
