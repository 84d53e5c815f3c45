using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.FormDesigner.Several;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>The settings of several fields are changed together without losing what each has of its own.</summary>
public sealed class CommonSettingsTests
{
    private static readonly FieldDefinition[] _fields = [Field("""{"decimals":4,"minimum":0}"""), Field("""{"decimals":4,"minimum":1,"maximum":9}""")];

    [Fact]
    public void Common_OfSeveral_AreThoseThatAreTheSame()
    {
        Assert.Equal("""{"decimals":4}""", Compact(CommonSettings.Of(typeof(NumberSettings), _fields)));
        Assert.Equal(["minimum", "maximum"], CommonSettings.Different(_fields));
    }

    [Fact]
    public void Taking_AChange_ChangesThatMemberAlone()
    {
        var (before, after) = (JsonElement.Parse("""{"decimals":4}"""), JsonElement.Parse("""{"decimals":3}"""));

        Assert.Equal("""{"decimals":3,"minimum":1,"maximum":9}""", Compact(CommonSettings.Take(typeof(NumberSettings), _fields[1].Settings, before, after)));
    }

    [Fact]
    public void Taking_AMemberOut_TakesItOutOfEach()
        => Assert.Equal("""{"minimum":0}""", Compact(CommonSettings.Take(typeof(NumberSettings), _fields[0].Settings, JsonElement.Parse("""{"decimals":4}"""), null)));

    private static FieldDefinition Field(string settings) => new() { Key = "a", Type = "number", Label = new("甲"), Settings = JsonElement.Parse(settings) };

    private static string Compact(JsonElement? settings) => JsonSerializer.Serialize(settings);
}
