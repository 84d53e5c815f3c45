using System.Globalization;
using System.Resources;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Specifications.Settings;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Unit.Tests.Layout;

/// <summary>What every layout item promises; they are found by scanning, so none can be forgotten.</summary>
public sealed class LayoutItemTests
{
    public static TheoryData<string> Keys => [.. LayoutForms.Items.All.Select(item => item.Key)];

    [Fact]
    public void LayoutItems_OfTheBuiltIns_HaveThePermanentKeys()
        => Assert.Equal(["columns", "divider", "field", "related-list", "section", "tab", "tabs", "text", "tier-trajectory"], LayoutForms.Items.All.Select(item => item.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void View_OfTheItem_TakesItsSettings(string key)
    {
        var item = LayoutForms.Items.Find(key)!;

        Assert.True(item.View.IsSubclassOf(typeof(LayoutViewBase<>).MakeGenericType(item.SettingsType)), $"{item.View} does not take {item.SettingsType}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Texts_OfTheFolder_ExistInBothLanguages(string key)
    {
        var type = LayoutForms.Items.Find(key)!.GetType();
        var resources = type.Assembly.GetManifestResourceNames().Where(name => name.StartsWith(type.Namespace + ".", StringComparison.Ordinal)).ToList();

        Assert.Contains($"{type.FullName}.resources", resources);
        foreach (var texts in resources.Select(name => new ResourceManager(name[..^".resources".Length], type.Assembly)))
        {
            Assert.Equal(NamesIn(texts, CultureInfo.InvariantCulture), NamesIn(texts, CultureInfo.GetCultureInfo("en")));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Settings_OfTheItem_AreEditedInAFormWithTexts(string key) => SettingsFormCases.AssertComplete(LayoutForms.Items.Find(key)!);

    private static List<string> NamesIn(ResourceManager texts, CultureInfo culture)
        => [.. texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order()];
}
