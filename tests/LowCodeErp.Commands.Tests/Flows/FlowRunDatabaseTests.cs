using System.Text.Json.Nodes;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Flows;

/// <summary><c>flow run --database</c>: what is stored goes the same way as what is kept in memory.</summary>
public sealed class FlowRunDatabaseTests
{
    [Theory]
    [EveryDatabase]
    public async Task Run_OfTheGuidesExample_TellsTheSameInMemoryAndOnADatabase(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider);
        var (flow, script) = (workspace.Write("flow.json", FlowGuide.Fence("loose")), workspace.Write("script.json", FlowGuide.Fence("script")));

        var inMemory = (await workspace.RunAsync("flow", "run", flow, "--script", script, "--in-memory")).MustSucceed().Lines;
        var stored = (await workspace.RunAsync("flow", "run", flow, "--script", script, "--database", workspace.Database)).MustSucceed().Lines;

        Assert.Equal(17, inMemory.Count);
        Assert.Equal(inMemory, stored);
        Assert.Equal(1, await workspace.AskAsync("SELECT COUNT(*) FROM sys_flow_instance WHERE ended_at IS NOT NULL"));
        Assert.True(await workspace.CountAsync("sys_flow_history") >= 17);
    }

    /// <summary>Values, formulas, members and departments, roles, a referred record, returns, added seats, a job, an event and refusals.</summary>
    private const string Flow = """
        { "sequence": ["size", "ask", "lead", "call", "answer", "set"], "blocks": {
          "size": {"type": "exclusive", "branches": [{"key": "big", "when": "[amount] > 100 && SUM([line.price]) > 5", "sequence": ["director"]}, {"key": "small", "sequence": []}]},
          "director": {"type": "approval", "settings": {"assignees": [{"kind": "role", "roles": ["director"]}], "mode": "all"}},
          "ask": {"type": "approval", "settings": {"assignees": [{"kind": "superior"}], "timeouts": [{"hours": 8, "workingTime": true}]}},
          "lead": {"type": "approval", "settings": {"assignees": [{"kind": "department-heads"}]}},
          "call": {"type": "webhook", "settings": {"address": "https://example.com/hook", "values": {"amount": "[amount]"}}},
          "answer": {"type": "wait", "settings": {"event": "answered", "hours": 72}},
          "set": {"type": "update", "settings": {"values": {"note": "\"done\""}}} } }
        """;

    private const string Rich = """{"name": "rich", "as": "zhang", "now": "2026-03-02 09:00", "values": {"amount": 200, "note": "新", "due": "2026-03-05", "line": [{"price": 4.5}, {"price": 3}]}, "members": [{"name": "zhang", "superior": "li"}, {"name": "li"}, {"name": "wang"}, {"name": "zhao"}, {"name": "gone", "left": true}], "departments": [{"name": "总部", "heads": ["wang"]}, {"name": "销售", "parent": "总部", "heads": ["zhao"], "members": ["zhang"]}], "roles": {"director": ["wang", "zhao", "gone"]}, "administrators": ["wang"], "steps": [{"do": "approve", "at": "ask"}, {"do": "submit"}, {"do": "submit"}, {"do": "approve", "at": "director", "by": "li"}, {"do": "approve", "at": "director", "by": "wang"}, {"do": "add", "at": "director", "by": "zhao", "place": "before", "members": ["li"]}, {"do": "approve", "at": "director", "by": "li", "opinion": "可以"}, {"do": "approve", "at": "director", "by": "zhao"}, {"do": "advance"}, {"do": "return", "at": "ask", "by": "li", "to": ["initiator"]}, {"do": "submit", "values": {"amount": 50}}, {"do": "approve", "at": "ask", "by": "li"}, {"do": "crash"}, {"do": "suspend"}, {"do": "approve", "at": "lead"}, {"do": "resume"}, {"do": "approve", "at": "lead"}, {"do": "report", "at": "call", "payload": {"status": 200}}, {"do": "signal", "event": "answered"}]}""";

    private const string Plain = """{"name": "plain", "as": "sun", "values": {"amount": 5}, "now": "2026-03-06 17:00", "members": [{"name": "sun", "superior": "qian"}, {"name": "qian"}], "departments": [{"name": "研发", "heads": ["qian"], "members": ["sun"]}], "steps": [{"do": "submit"}, {"do": "reject", "at": "ask"}]}""";

    [Theory]
    [EveryDatabase]
    public async Task Run_OfManyScripts_EachWithItsOwnPeople_TellsTheSameInMemoryAndOnADatabase(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider);
        var (flow, scripts) = (workspace.Write("flow.json", Flow), workspace.Write("scripts.ndjson", string.Join('\n', Rich, Plain)));

        var inMemory = (await workspace.RunAsync("flow", "run", flow, "--scripts", scripts, "--in-memory")).MustSucceed().Lines;
        var stored = (await workspace.RunAsync("flow", "run", flow, "--scripts", scripts, "--database", workspace.Database)).MustSucceed().Lines;

        var statuses = inMemory.Select(line => (string?)JsonNode.Parse(line)!["steps"]!.AsArray()[^1]!["status"]);
        Assert.Equal(["approved", "rejected"], statuses);
        Assert.Equal(inMemory, stored);
        Assert.Equal(2, await workspace.CountAsync("sys_flow_instance"));
        Assert.Equal(1, await workspace.AskAsync("SELECT COUNT(*) FROM record WHERE note = 'done' AND amount = 50"));
    }

    [Fact]
    public async Task Run_OnADatabaseInUse_LeavesItAlone()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        var (flow, script) = (workspace.Write("flow.json", FlowGuide.Fence("loose")), workspace.Write("script.json", FlowGuide.Fence("script")));

        var refused = (await workspace.RunAsync("flow", "run", flow, "--script", script, "--database", workspace.Database)).MustRefuse(1);

        Assert.Contains("这个数据库里已有应用或成员", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await workspace.CountAsync("sys_member"), await workspace.CountAsync("sys_flow_instance")));
    }

    [Fact]
    public async Task Run_WithARecordThatCannotBeStored_TellsWhere()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var flow = workspace.Write("flow.json", FlowGuide.Fence("loose"));
        var script = workspace.Write("script.json", $$"""{"values": {"note": "{{new string('x', 100_001)}}"}, "steps": [{"do": "submit"}]}""");

        var refused = (await workspace.RunAsync("flow", "run", flow, "--script", script, "--database", workspace.Database)).MustRefuse(1);

        Assert.StartsWith("script.json:1:", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("数据无法保存", refused.ErrorLines[0], StringComparison.Ordinal);
    }
}
