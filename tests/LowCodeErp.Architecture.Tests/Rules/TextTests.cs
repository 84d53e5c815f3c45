using System.Xml.Linq;
using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

/// <summary>Every text exists in Chinese (<c>X.resx</c>) and English (<c>X.en.resx</c>).</summary>
public sealed class TextTests
{
    /// <summary>English is Radzen's own.</summary>
    private const string ChineseOnly = "src/LowCodeErp.UI/Localization/RadzenLocalizer.resx";

    private const string EnglishEnding = ".en.resx";

    public static TheoryData<string> Chinese =>
        [.. Repository.Files.Select(file => file.Path).Where(path => path.EndsWith(".resx", StringComparison.Ordinal) && !path.EndsWith(EnglishEnding, StringComparison.Ordinal) && path != ChineseOnly)];

    [Theory]
    [MemberData(nameof(Chinese))]
    public void Texts_HaveTheSameKeysInBothLanguages(string path)
    {
        var english = Repository.Files.SingleOrDefault(file => file.Path == path.Replace(".resx", EnglishEnding, StringComparison.Ordinal));

        Assert.True(english is not null, $"{path} has no English counterpart.");
        Assert.Equal(KeysOf(Repository.Find(path)), KeysOf(english));
    }

    [Fact]
    public void Texts_InEnglish_HaveAChineseCounterpart()
        => Findings.AssertNone(Repository.Files.Select(file => file.Path).Where(path => path.EndsWith(EnglishEnding, StringComparison.Ordinal))
            .Where(path => !File.Exists(Repository.PathOf(path.Replace(EnglishEnding, ".resx", StringComparison.Ordinal)))));

    /// <summary>The keys that have a text.</summary>
    private static SortedSet<string> KeysOf(SourceFile file)
        => [.. XDocument.Parse(file.Text).Descendants("data").Where(text => text.Element("value")?.Value.Trim().Length > 0).Select(text => text.Attribute("name")!.Value)];
}
