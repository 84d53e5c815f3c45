using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using LowCodeErp.Core.Naming;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Localization;
using LowCodeErp.Web.Hosting;

namespace LowCodeErp.Web.Tests.Hosting;

/// <summary>Every text of the user interface exists in both languages, and belongs to a class that can find it.</summary>
public sealed class TextsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string, string> Resources
    {
        get
        {
            var resources = new TheoryData<string, string>();
            foreach (var assembly in new[] { typeof(MainLayout).Assembly, typeof(RadzenLocalizer).Assembly, typeof(LanguageSetup).Assembly })
            {
                foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)))
                {
                    resources.Add(assembly.GetName().Name!, Path.GetFileNameWithoutExtension(name));
                }
            }

            return resources;
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_OfAClass_AreChineseAndEnglish(string assemblyName, string name)
    {
        var assembly = Assembly.Load(assemblyName);
        Assert.True(assembly.GetType(name) is not null, $"{name}.resx stands beside no class of that name, so nobody finds its texts.");
        if (name == typeof(RadzenLocalizer).FullName)
        {
            return; // English stays Radzen's own.
        }

        var chinese = KeysOf(assembly, name, CultureInfo.InvariantCulture);
        Assert.NotEmpty(chinese);
        Assert.Equal(chinese, KeysOf(assembly, name, English));
    }

    [Fact]
    public void History_ThroughEveryDoor_HasWordsForIt()
    {
        var keys = KeysOf(typeof(MainLayout).Assembly, typeof(HistoryPanel).FullName!, CultureInfo.InvariantCulture);

        Assert.All(Enum.GetValues<ChangeSource>(), source => Assert.Contains($"Source.{Key.FromName(source.ToString())}", keys));
    }

    private static SortedSet<string> KeysOf(Assembly assembly, string name, CultureInfo culture)
    {
        using var texts = new ResourceManager(name, assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        return [.. texts?.Cast<DictionaryEntry>().Select(text => (string)text.Key) ?? []];
    }
}
