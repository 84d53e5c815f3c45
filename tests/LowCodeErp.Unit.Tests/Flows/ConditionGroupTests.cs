using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;
using LowCodeErp.Unit.Tests.Flows.Definitions;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Conditions of AND and OR, nested at random, lead where their truth tables say.</summary>
public sealed class ConditionGroupTests
{
    private static readonly string[] _names = ["a", "b", "c"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task D36_Groups_LeadWhereTheirTruthTableSays(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var group = Group.Make(random, 3);
            for (var row = 0; row < 8; row++)
            {
                var values = _names.Index().ToDictionary(name => name.Item, name => (row >> name.Index & 1) == 1);
                Assert.True((group.Holds(values) ? "yes" : "no") == await TakeAsync(group.Text, values), $"{group.Text} with {string.Join(", ", values)}");
            }
        }
    }

    private static async Task<string> TakeAsync(string condition, Dictionary<string, bool> values)
    {
        var flow = $$$$"""
            { "sequence": ["x"], "blocks": {
              "yes": {"type": "handle"}, "no": {"type": "handle"},
              "x": {"type": "exclusive", "branches": [{"key": "one", "when": "{{{{condition}}}}", "sequence": ["yes"]}, {"key": "two", "sequence": ["no"]}]} } }
            """;
        var record = JsonSerializer.SerializeToElement(values);
        var diagnostics = new DiagnosticBag();
        var compiled = LooseFlow.Compile(flow, "flow.json", [record], FlowApp.Compiler, diagnostics);
        Assert.True(compiled is not null, string.Join("; ", diagnostics.Items));
        var script = new FlowScript { Values = record, Steps = [new() { Do = "submit" }] };
        var picture = await new FlowScriptRun(compiled, script, new WorkingCalendar(1, [], []), DateTime.UnixEpoch).RunAsync(TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        return (string)Assert.Single(picture["enabled"]!.AsArray())!["node"]!;
    }

    /// <summary>As a person reads it: a name, its opposite, or groups in brackets of which all or any hold.</summary>
    private sealed record Group(string Text, Func<Dictionary<string, bool>, bool> Holds)
    {
        public static Group Make(Random random, int depth)
        {
            if (depth == 0 || random.Next(4) == 0)
            {
                var name = _names[random.Next(_names.Length)];
                return random.Next(3) == 0 ? new($"NOT([{name}])", values => !values[name]) : new($"[{name}]", values => values[name]);
            }

            var parts = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Make(random, depth - 1)).ToList();
            return random.Next(2) == 0
                ? new($"({string.Join(" AND ", parts.Select(part => part.Text))})", values => parts.TrueForAll(part => part.Holds(values)))
                : new($"({string.Join(" OR ", parts.Select(part => part.Text))})", values => parts.Exists(part => part.Holds(values)));
        }
    }
}
