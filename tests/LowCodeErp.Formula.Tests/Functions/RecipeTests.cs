using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Functions;

/// <summary>The recipes of the README give what they say, for the record that it names.</summary>
public sealed class RecipeTests
{
    public static TheoryData<string, string> Recipes()
    {
        var recipes = new TheoryData<string, string>();
        var section = File.ReadAllText(FunctionReferenceTests.FindReadme()).Split("\n## ").Single(part => part.StartsWith("常用公式", StringComparison.Ordinal));
        foreach (var row in section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal)))
        {
            var (start, end) = (row.IndexOf('`', StringComparison.Ordinal), row.LastIndexOf('`'));
            recipes.Add(row[(start + 1)..end], row[(end + 1)..].Trim('|', ' '));
        }

        return recipes;
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Recipe_Evaluated_GivesWhatItSays(string formula, string expected)
    {
        var compiled = Sample.Compile(formula);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(expected, ValueText.Of(compiled.Evaluate(Sample.Record, Sample.Context), Sample.Context));
    }
}
