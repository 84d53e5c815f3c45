using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Tests.Functions;

public sealed class FunctionTests
{
    public static TheoryData<string> Names => new(FunctionCatalog.All.Select(function => function.Name));

    [Fact]
    public void TextCases_Evaluated_GiveWhatIsWritten()
    {
        var wrong = FunctionTextCase.All
            .Select(textCase => (textCase, actual: Evaluate(textCase.Formula)))
            .Where(pair => pair.actual != pair.textCase.Expected)
            .Select(pair => $"{pair.textCase} should be {pair.textCase.Expected} but is {pair.actual}")
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_TextFile_Exists(string name)
        => Assert.True(
            FunctionTextCase.All.Any(textCase => textCase.File == name),
            $"Write cases for {name} in tests/LowCodeErp.Formula.Tests/Functions/{name}.txt.");

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_Examples_AreRight(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        Assert.All(function.Examples, example => Assert.Equal($"{example.Formula} = {example.Gives}", $"{example.Formula} = {Evaluate(example.Formula)}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_Texts_AreInBothLanguages(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        Assert.NotEmpty(function.Help.Chinese);
        Assert.False(string.IsNullOrEmpty(function.Help.English));
        Assert.NotEmpty(function.Aliases);
        Assert.NotEmpty(function.Signatures);
        Assert.All(function.Signatures, signature => Assert.All(signature.Leading, parameter => Assert.NotNull(parameter.Name.English)));
    }

    [Fact]
    public void Function_WithoutSql_NamesAnAlternative()
        => Assert.All(
            FunctionCatalog.All.Where(function => function.Sql == SqlProviders.None),
            function => Assert.NotNull(function.InsteadInSets));

    private static string Evaluate(string formula)
    {
        var compiled = Sample.Compile(formula);
        var error = compiled.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Core.Diagnostics.Severity.Error);
        return error is not null
            ? "error " + error.Code["formula.".Length..]
            : ValueText.Of(compiled.Evaluate(Sample.Record, Sample.Context), Sample.Context);
    }
}
