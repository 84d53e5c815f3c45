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
        var run = 0;
        for (var round = 0; round < 25; round++)
        {
            var group = Group.Make(random, 3);
            var rows = Enumerable.Range(0, 8).Select(row => _names.Index().ToDictionary(name => name.Item, name => (row >> name.Index & 1) == 1)).ToList();
            var diagnostics = new DiagnosticBag();
            var flow = Compile(group.Text, diagnostics);
            if (flow is null)
            {
                Assert.True(rows.TrueForAll(values => group.Holds(values) == group.Holds(rows[0])), $"{group.Text}: {string.Join("; ", diagnostics.Items)}");
                continue;
            }

            run++;
            foreach (var values in rows)
            {
                Assert.True((group.Holds(values) ? "yes" : "no") == await TakeAsync(flow, values), $"{group.Text} with {string.Join(", ", values)}");
            }
        }

        Assert.InRange(run, 15, 25);
    }

    /// <summary>Nothing where the check of publishing finds that one way is never gone.</summary>
    private static SimulatedFlow? Compile(string condition, DiagnosticBag diagnostics)
    {
        var flow = $$$$"""
            { "sequence": ["x"], "blocks": {
              "yes": {"type": "handle"}, "no": {"type": "handle"},
              "x": {"type": "exclusive", "branches": [{"key": "one", "when": "{{{{condition}}}}", "sequence": ["yes"]}, {"key": "two", "sequence": ["no"]}]} } }
            """;
        var record = JsonSerializer.SerializeToElement(_names.ToDictionary(name => name, _ => true));
        return LooseFlow.Compile(flow, "flow.json", [record], FlowApp.Compiler, diagnostics);
    }

    private static async Task<string> TakeAsync(SimulatedFlow compiled, Dictionary<string, bool> values)
    {
        var record = JsonSerializer.SerializeToElement(values);
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
