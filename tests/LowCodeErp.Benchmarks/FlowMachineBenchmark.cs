using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;
using LowCodeErp.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Benchmarks;

/// <summary>Flows without a database (P7 and P8 of their specification): compiling a large one, a long way without people, and telling the way of a usual one.</summary>
internal static class FlowMachineBenchmark
{
    public const int Blocks = 1_000;

    private const int Rounds = 30;

    /// <summary>Until the runtime has compiled all of it for good, as it has in a server that runs for days.</summary>
    private const int WarmUps = 250;

    private const string Record = """{"amount": 700, "days": 3}""";

    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(ResultTable table)
    {
        await using var services = new ServiceCollection().AddEngine().BuildServiceProvider();
        var compiler = services.GetRequiredService<WorkspaceCompiler>();
        SimulatedFlow large = null!;
        var first = await Percentiles.TimeAsync(() => Task.FromResult(large = Compile(LargeFlow(), compiler)));
        table.Add($"A flow of {Blocks:N0} steps read and compiled, the first after a start", "memory", $"{first:0} ms", "50 ms", first / 50, "–");
        var automatic = Compile(AutomaticFlow(), compiler);
        var usual = Compile(await File.ReadAllTextAsync(Path.Combine(Repository.App("approvals"), "flows", "five.json")), compiler);

        Add(table, $"A flow of {Blocks:N0} steps compiled, with its form", await MeasureAsync(() => CompileAgain(large, compiler)), 50, "p95 ≤ 50 ms");

        // The step that ends it comes on top of the automatic ones.
        var advanced = await MeasureAsync(() => Submit(automatic));
        table.Add($"An automatic step of {Blocks:N0} in a row", "memory", $"p95 {advanced.P95 / Blocks:0.000} ms", "1 ms", advanced.P95 / Blocks, "≤ 1 ms");

        Add(table, "The way of a flow of five steps told", await MeasureAsync(() => Preview(usual)), 100, "p95 ≤ 100 ms");
        Add(table, $"The way of a flow of {Blocks:N0} steps told", await MeasureAsync(() => Preview(large)), 100, "–");
    }

    private static void Add(ResultTable table, string what, Percentiles measured, double budget, string text)
        => table.Add(what, "memory", $"{measured}", $"{budget:0} ms", measured.P95 / budget, text);

    private static async Task<Percentiles> MeasureAsync(Func<object> work)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            work();
        }

        return await Percentiles.MeasureAsync(Rounds, _ =>
        {
            work();
            return Task.CompletedTask;
        });
    }

    private static SimulatedFlow Compile(string json, WorkspaceCompiler compiler)
    {
        var diagnostics = new DiagnosticBag();
        return LooseFlow.Compile(json, "benchmark", [JsonElement.Parse(Record)], compiler, diagnostics)
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, diagnostics.Items));
    }

    private static object CompileAgain(SimulatedFlow flow, WorkspaceCompiler compiler)
        => compiler.Compile(2, flow.Packages).Workspace ?? throw new InvalidOperationException("The flow does not compile.");

    private static FlowScriptRun Submit(SimulatedFlow flow)
    {
        var script = new FlowScript { As = "initiator", Values = JsonElement.Parse(Record), Steps = [new() { Do = "submit" }] };
        var run = new FlowScriptRun(flow, script, PublishedHolidays.Calendar, Now);
        var picture = run.RunAsync().ToBlockingEnumerable().Single();
        return (string?)picture["status"] == "approved" ? run : throw new InvalidOperationException($"Not done: {picture}");
    }

    private static FlowPreview Preview(SimulatedFlow flow)
    {
        var preview = new FlowPreviewText(flow, new() { As = "initiator", Values = JsonElement.Parse(Record) }, PublishedHolidays.Calendar, Now).Preview!;
        return preview.State.Instance.HasEnded ? preview : throw new InvalidOperationException("The way does not end.");
    }

    /// <summary>Choices with an approval in one of their branches, each before a business check and a copy.</summary>
    private static string LargeFlow()
    {
        var groups = Enumerable.Range(0, Blocks / 4).ToList();
        return Write(
            groups.SelectMany(group => new[] { $"choice-{group}", $"check-{group}", $"tell-{group}" }),
            groups.SelectMany(group => new[]
            {
                $$$"""
                "choice-{{{group}}}": {"type": "exclusive", "branches": [{"key": "large", "when": "[amount] > {{{group}}} AND [days] > 1", "sequence": ["approve-{{{group}}}"]}, {"key": "small", "sequence": []}]}
                """,
                $$$"""
                "approve-{{{group}}}": {"type": "approval", "settings": {"assignees": [{"kind": "role", "roles": ["director"]}], "timeouts": [{"hours": 24, "workingTime": true}]}}
                """,
                Check(group),
                $$$"""
                "tell-{{{group}}}": {"type": "cc", "settings": {"receivers": [{"kind": "initiator"}]}}
                """,
            }));
    }

    private static string AutomaticFlow() => Write(Enumerable.Range(0, Blocks).Select(index => $"check-{index}"), Enumerable.Range(0, Blocks).Select(Check));

    private static string Check(int index) => $$$$"""
        "check-{{{{index}}}}": {"type": "condition", "settings": {"when": "[amount] + {{{{index}}}} > 0", "message": {"zh-CN": "金额不对。"}}}
        """;

    private static string Write(IEnumerable<string> sequence, IEnumerable<string> blocks)
        => $$"""{"sequence": [{{string.Join(", ", sequence.Select(key => $"\"{key}\""))}}], "blocks": { {{string.Join(",\n", blocks)}} } }""";
}
