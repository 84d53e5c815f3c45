using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;
using LowCodeErp.Unit.Tests.Flows.Definitions;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Formulas over records that were given are what they are over stored ones.</summary>
public sealed class SimulatedFormulaTests
{
    [Fact]
    public async Task Condition_ThatFails_IsAnIncident_AndNoDefault()
    {
        const string Flow = """
            { "sequence": ["x"], "blocks": {
              "x": {"type": "exclusive", "branches": [{"key": "one", "when": "1 / [amount] > 0", "sequence": []}, {"key": "two", "sequence": []}]} } }
            """;
        var values = JsonElement.Parse("""{"amount": 0}""");
        var script = new FlowScript { Values = values, Steps = [new() { Do = "submit" }] };
        var flow = LooseFlow.Compile(Flow, "flow.json", [values], FlowApp.Compiler, new DiagnosticBag())!;

        var picture = await new FlowScriptRun(flow, script, new WorkingCalendar(1, [], []), DateTime.UnixEpoch).RunAsync(TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal("running", (string?)picture["status"]);
        Assert.Equal("flow.formula.failed", (string?)Assert.Single(picture["incidents"]!.AsArray())!["code"]);
    }
}
