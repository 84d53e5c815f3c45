using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Unit.Tests.Json;

/// <summary>Reads sample definitions and lists what was wrong as <c>path: code</c>.</summary>
internal static class Reading
{
    public const string File = "forms/order.json";

    public const string Canonical = """
        {
          "key": "order",
          "label": {
            "zh-CN": "订单　𠮷😀",
            "en": "Order"
          },
          "kind": "sub-table",
          "sortOrder": -3,
          "owner": 9007199254740993,
          "weight": 1.50,
          "pageSize": null,
          "active": false,
          "formula": "IF([a] > 1, \"是\", \"\\\")",
          "tags": [
            "重要"
          ],
          "fields": [
            {
              "type": "number",
              "required": true,
              "settings": {
                "minimum": 1.0,
                "list": [],
                "empty": {},
                "also": [
                  null,
                  true
                ]
              }
            },
            {
              "type": "table",
              "fields": [
                {
                  "type": "text"
                }
              ]
            }
          ],
          "rates": {
            "cny": 1,
            "usd": 7.1
          },
          "paper": {
            "margins": []
          }
        }

        """;

    public static SampleDefinition Sample(string json)
    {
        var diagnostics = new DiagnosticBag();
        var definition = DefinitionReader.Read<SampleDefinition>(json, File, diagnostics);
        Assert.Empty(diagnostics.Items);
        return Assert.IsType<SampleDefinition>(definition);
    }

    public static IReadOnlyList<Diagnostic> Faults(string json)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(DefinitionReader.Read<SampleDefinition>(json, File, diagnostics));
        Assert.All(diagnostics.Items, item =>
        {
            Assert.NotEmpty(item.Message.Chinese);
            Assert.NotEmpty(item.Message.In(CultureInfo.GetCultureInfo("en")));
        });
        return diagnostics.Items;
    }

    public static string[] PlacesAndCodes(string json) => [.. Faults(json).Select(item => $"{item.Path}: {item.Code}")];
}
