using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>Whatever an author breaks, he is told, and nothing throws: a sound flow is spoiled at random places.</summary>
public sealed class BrokenFlowTests
{
    private const int Rounds = 400;

    private static readonly string Sound = Flow($$$$"""
        "choice": {"type": "exclusive", "branches": [
          {"key": "large", "when": "[amount] > 1000", "sequence": ["approve", "both"]}, {"key": "small", "sequence": ["again"]}]},
        "both": {"type": "parallel", "settings": {"join": "count", "count": 1}, "branches": [{"key": "a", "sequence": ["pay"]}, {"key": "b", "sequence": ["note"]}]},
        "again": {"type": "loop", "settings": {"until": "[days] > 3", "maximum": 5}, "branches": [{"key": "body", "sequence": ["rest", "count"]}]},
        "approve": {{{{Approval}}}}, "pay": {"type": "handle"}, "note": {"type": "cc", "settings": {"receivers": [{"kind": "initiator"}]}},
        "rest": {"type": "delay", "settings": {"hours": 2}}, "count": {"type": "update", "settings": {"values": {"days": "[days] + 1"}}},
        "back": {"type": "route", "settings": {"to": "choice", "when": "[status] = \"new\""}}
        """, "choice, back", """ "starts": [{"on": "changed", "fields": ["amount"]}], """);

    private static readonly string?[] Rubbish =
        ["null", "\"\"", "\"choice\"", "\"no-such\"", "-1", "999999999999", "true", "[]", "{}", "[\"choice\"]", "\"[amount\"", "{\"zh-CN\": \"甲\"}", null];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Flow_SpoiledAnywhere_IsRefusedInWordsAndNeverThrows(int seed)
    {
        Assert.Empty(Findings(Sound));
        var random = new Random(seed);
        var compiled = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var json = JsonNode.Parse(Sound)!;
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                Spoil(json, random);
            }

            compiled += Compile(json.ToJsonString(), $"seed {seed}, round {round}") ? 1 : 0;
        }

        Assert.InRange(compiled, 1, Rounds - 1);
    }

    /// <summary>Whether what was read could also be compiled; either way something was said, or there is a model.</summary>
    private static bool Compile(string json, string round)
    {
        var diagnostics = new DiagnosticBag();
        if (DefinitionReader.Read<FlowDefinition>(json, "flows/buying.json", diagnostics) is not { } definition)
        {
            Assert.True(diagnostics.HasErrors, round);
            return false;
        }

        var result = Compiler.Compile(1, [Package with { Flows = [new("flows/buying.json", definition, json)] }]);
        Assert.True(result.Workspace is not null || result.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error), $"{round}: neither a model nor a reason. {json}");
        Assert.All(result.Diagnostics, diagnostic => Assert.StartsWith("flows/buying.json:", diagnostic.Path, StringComparison.Ordinal));
        return result.Workspace is not null;
    }

    private static void Spoil(JsonNode json, Random random)
    {
        var places = Places(json).ToList();
        var (owner, name, index) = places[random.Next(places.Count)];
        var value = Rubbish[random.Next(Rubbish.Length)];
        if (owner is JsonArray list)
        {
            list.RemoveAt(index);
            if (value is not null)
            {
                list.Insert(index, JsonNode.Parse(value));
            }
        }
        else if (value is null)
        {
            owner.AsObject().Remove(name!);
        }
        else
        {
            owner[name!] = JsonNode.Parse(value);
        }
    }

    private static IEnumerable<(JsonNode Owner, string? Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member => Places(member.Value).Prepend((item, member.Key, 0))),
        JsonArray list => list.SelectMany((inner, index) => Places(inner).Prepend((list, null, index))),
        _ => [],
    };
}
