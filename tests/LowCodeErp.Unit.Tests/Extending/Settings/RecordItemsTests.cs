using System.Globalization;
using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;
using LowCodeErp.UI.Extending.Settings;

namespace LowCodeErp.Unit.Tests.Extending.Settings;

public sealed class RecordItemsTests
{
    private static readonly SettingsMember Options = SettingsModel.Of(new ChoiceField()).Members.Single();

    [Theory]
    [InlineData("潜在客户", "qian-zai-ke-hu")]
    [InlineData("VIP", "vip-2")]
    [InlineData("key  Account", "key-account-2")]
    [InlineData("？", "option-5")]
    public void Add_Name_GetsAKeyThatNoOtherItemIsCalled(string name, string key)
    {
        var items = Of("""[{"key":"vip","label":{"zh-CN":"重点","en":"Key-Account"}},{"key":"b","label":{"zh-CN":"Key-Account-3"}}]""");

        var added = new RecordItems(Options, items.Add([name])).Items[^1];

        Assert.Equal(key, added.GetProperty("key").GetString());
    }

    [Fact]
    public void Add_ManyLinesTwice_GivesEachOneOption()
    {
        string[] lines = [.. Enumerable.Range(0, 5000).Select(number => string.Create(CultureInfo.InvariantCulture, $"区域{number % 2500}\tArea {number}"))];

        var pasted = new RecordItems(Options, new RecordItems(Options, null).Add(lines)).Add(lines);

        var settings = Assert.IsType<ChoiceSettings>(DefinitionReader.Read(typeof(ChoiceSettings), JsonSerializer.SerializeToElement(new { options = pasted }), "", new DiagnosticBag()));
        Assert.Equal(2500, settings.Options.Count);
        Assert.Equal(2500, settings.Options.Select(option => option.Key).Distinct().Count());
        Assert.All(settings.Options, option => Assert.True(Key.IsValid(option.Key)));
        Assert.Equal("Area 7", settings.Options[7].Label.English);
    }

    [Fact]
    public void Move_AndRemove_TakeItemsAsTheyAreWritten()
    {
        var items = Of("""[1, "x", {"key": 7}]""");

        Assert.Equal("""[{"key":7},1,"x"]""", items.Move(2, 0).GetRawText());
        Assert.Equal("""[1,{"key":7}]""", items.Remove(1).GetRawText());
        Assert.Equal("""[1,"x",{}]""", items.Replace(2, null).GetRawText());
        Assert.Equal(["1", "2", "3"], Enumerable.Range(0, 3).Select(items.NameOf));
    }

    private static RecordItems Of(string json) => new(Options, JsonElement.Parse(json));
}
