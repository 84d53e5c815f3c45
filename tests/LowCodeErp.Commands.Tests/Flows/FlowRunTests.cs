using System.Text.Json;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Commands.Tests.Flows;

/// <summary><c>flow run</c> and <c>flow simulate</c>: a flow by itself, in memory.</summary>
public sealed class FlowRunTests
{
    private const string Bare = """
        { "sequence": ["a", "x"], "blocks": {
          "a": {"type": "handle", "label": {"zh-CN": "开始"}},
          "x": {"type": "exclusive", "branches": [{"key": "one", "sequence": ["b"]}, {"key": "two", "sequence": []}]},
          "b": {"type": "handle"} } }
        """;

    private const string Script = """{"steps": [{"do": "submit"}, {"do": "complete", "at": "开始", "by": "zhang"}, {"do": "choose", "at": "x", "branches": ["one"]}, {"do": "crash"}, {"do": "complete", "at": "b"}]}""";

    [Fact]
    public async Task Run_TellsAfterEachEvent_WhatIsEnabled()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var (flow, script) = (workspace.Write("flow.json", Bare), workspace.Write("script.json", Script));

        var lines = (await workspace.RunAsync("flow", "run", flow, "--script", script, "--in-memory")).MustSucceed().Lines;

        Assert.Equal(["a", "x", "b", "b", ""], lines.Select(line => string.Join(' ', JsonDocument.Parse(line).RootElement.GetProperty("enabled").EnumerateArray().Select(node => node.GetProperty("node").GetString()))));
        Assert.Equal("approved", JsonDocument.Parse(lines[^1]).RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Run_ManyScripts_GivesALineForEach_AndTellsMistakesWithTheirPlace()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var flow = workspace.Write("flow.json", Bare);
        var scripts = workspace.Write("scripts.ndjson", string.Join('\n', Script, Script.Replace("开始", "nowhere", StringComparison.Ordinal), Script));

        var result = (await workspace.RunAsync("flow", "run", flow, "--scripts", scripts, "--in-memory")).MustRefuse(1);

        Assert.Equal([5, 1, 5], result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("steps").GetArrayLength()));
        Assert.StartsWith("scripts.ndjson[2]:1:", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("steps[1].at", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(["找不到文件“none”。"], (await workspace.RunAsync("flow", "run", flow, "--script", "none", "--in-memory")).MustRefuse(2).ErrorLines);
    }

    [Theory]
    [InlineData("50000", "confirm")]
    [InlineData("50000.01", "director")]
    public async Task Run_OfAFlowInItsApp_ComputesWhatTheFormComputes(string total, string expected)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var flow = Path.Combine(AppContext.BaseDirectory, "templates", "order-to-cash", "flows", "quotation-to-cash.json");
        var script = workspace.Write("script.json", $$"""{"values": {"total": {{total}}}, "steps": [{"do": "submit"}]}""");

        var lines = (await workspace.RunAsync("flow", "run", flow, "--script", script, "--in-memory")).MustSucceed().Lines;

        Assert.Equal(expected, JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("enabled")[0].GetProperty("node").GetString());
    }

    [Fact]
    public async Task Simulate_TellsTheWay_WithPeopleAndReasons()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var flow = workspace.Write("flow.json", """
            { "sequence": ["x", "z"], "blocks": {
              "x": {"type": "exclusive", "branches": [{"key": "big", "when": "[amount] > 100", "sequence": ["b"]}, {"key": "small", "sequence": []}]},
              "b": {"type": "approval", "settings": {"assignees": [{"kind": "role", "roles": ["director"]}]}},
              "z": {"type": "approval", "settings": {"assignees": [{"kind": "superior"}], "whenEmpty": "pass"}} } }
            """);

        var lines = (await workspace.RunAsync("flow", "simulate", flow, "--as", "wang", "--values", """{"amount": 200}""")).MustSucceed().Lines;

        Assert.Equal(["+\tx\t条件分支\t→ big", "+\tb\t审批\tdirector", "+\tz\t审批\tempty-passed", "=\tapproved"], lines);
    }
}
