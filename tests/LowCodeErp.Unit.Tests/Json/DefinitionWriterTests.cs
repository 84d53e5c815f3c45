using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Unit.Tests.Json;

public sealed class DefinitionWriterTests
{
    [Fact]
    public void CanonicalFile_ReadAndWritten_IsByteIdentical()
        => Assert.Equal(Reading.Canonical, DefinitionWriter.Write(Reading.Sample(Reading.Canonical)));

    [Fact]
    public void Defaults_AreNotWritten()
        => Assert.Equal(
            "{\n  \"key\": \"a\",\n  \"label\": {\n    \"zh-CN\": \"客户\"\n  }\n}\n",
            DefinitionWriter.Write(new SampleDefinition { Key = "a", Label = new LocalizedText("客户"), Weight = 1.0m, Paper = new() { Margins = [10, 10] } }));

    [Fact]
    public void FileInAnotherForm_ReadAndWritten_BecomesCanonicalAndStays()
    {
        var first = DefinitionWriter.Write(Reading.Sample("""
            {"label": {"en": "A", "zh-CN": "\u5ba2"}, "weight": 1, "rates": {"usd": 7, "cny": 1}, "tags": [], "key": "a",
             "fields": [{"settings": {"b": 1, "a": 2}, "type": "t", "required": false}]}
            """));
        Assert.Equal(
            """
            {
              "key": "a",
              "label": {
                "zh-CN": "客",
                "en": "A"
              },
              "fields": [
                {
                  "type": "t",
                  "settings": {
                    "b": 1,
                    "a": 2
                  }
                }
              ],
              "rates": {
                "cny": 1,
                "usd": 7
              }
            }

            """,
            first);
        Assert.Equal(first, DefinitionWriter.Write(Reading.Sample(first)));
    }

    [Fact]
    public void ListLikeTheDefault_IsNotWrittenAndAnEmptyOneIs()
    {
        Assert.Equal("{}\n", DefinitionWriter.Write(new SamplePaper { Margins = [10, 10] }));
        Assert.Equal("{\n  \"margins\": []\n}\n", DefinitionWriter.Write(new SamplePaper { Margins = [] }));
    }

    [Fact]
    public void Text_WithControlCharacters_IsEscapedAndReadBack()
    {
        var all = string.Concat(Enumerable.Range(0, 0x80).Select(code => (char)code)) + "\u2028\u3000";
        var written = DefinitionWriter.Write(new SamplePaper { Size = all });
        using var parsed = JsonDocument.Parse(written);
        Assert.Equal(all, parsed.RootElement.GetProperty("size").GetString());
    }
}
