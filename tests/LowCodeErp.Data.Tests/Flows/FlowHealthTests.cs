using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Tests.Auditing;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>The health check looks into instances, and tells what nobody fires or carries out (flows.md 2.1-12).</summary>
public sealed class FlowHealthTests
{
    private const string Buy = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["boss"],
          "blocks": {"boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}], "timeouts": [{"hours": 24}]}}}
        }
        """;

    private readonly SetClock _clock = new() { Now = TimeProvider.System.GetUtcNow() };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Examine_SoundInstances_RunningSuspendedAndEnded_FindsNothing(DatabaseProvider provider)
    {
        await using var database = await RequestDatabase.CreateAsync(provider, Buy);
        var (_, ended) = await database.StartAsync();
        FlowHost.Done(await database.Host.RunAsync(ended, RequestDatabase.Approve(await database.SeatAsync(ended, "boss"))));
        var (_, suspended) = await database.StartAsync();
        await database.Host.ChangeAsync(suspended, state => state with { Instance = state.Instance with { SuspendedAt = DateTime.UnixEpoch } });
        _clock.Now += TimeSpan.FromHours(26);

        Assert.Empty(await ExamineAsync(database));
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_InstanceThatWaitsForNothing_IsNamed(DatabaseProvider provider)
    {
        await using var database = await RequestDatabase.CreateAsync(provider, Buy);
        await database.StartAsync();
        var (_, damaged) = await database.StartAsync();
        await database.Host.ChangeAsync(damaged, state => state with { Seats = state.Seats.SetItems(state.Seats.Values.Select(seat => KeyValuePair.Create(seat.Id, seat with { Status = SeatStatus.Cancelled }))) });

        var finding = Assert.Single(await ExamineAsync(database));

        Assert.Equal(("health.flow-instance", $"sys_flow_instance.{damaged}"), (finding.Code, finding.Path));
        Assert.Contains("waits for nothing", finding.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_InstanceOfAVersionThatIsNotThere_IsNamed(DatabaseProvider provider)
    {
        await using var database = await RequestDatabase.CreateAsync(provider, Buy);
        var (_, instance) = await database.StartAsync();
        await database.Host.ChangeAsync(instance, state => state with { Instance = state.Instance with { FlowVersion = 0 } });

        Assert.Equal(["health.flow-version"], (await ExamineAsync(database)).Select(finding => finding.Code));
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_TimerThatNobodyFired_IsNamedAfterAnHour(DatabaseProvider provider)
    {
        await using var database = await RequestDatabase.CreateAsync(provider, Buy);
        var (_, instance) = await database.StartAsync();

        _clock.Now += TimeSpan.FromHours(24.5);
        Assert.Empty(await ExamineAsync(database));
        _clock.Now += TimeSpan.FromHours(1);

        var finding = Assert.Single(await ExamineAsync(database));
        Assert.Equal(("health.flow-timer", $"sys_flow_instance.{instance}"), (finding.Code, finding.Path));
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_JobThatNobodyCarriesOut_OrWhoseInstanceTakesNoReport_IsNamed(DatabaseProvider provider)
    {
        await using var database = await RequestDatabase.CreateAsync(provider, Buy);
        await AddJobAsync(database, _clock.Now.UtcDateTime.AddMinutes(-30), attempts: 3);
        var late = await AddJobAsync(database, _clock.Now.UtcDateTime.AddHours(-2), attempts: 0);
        var untold = await AddJobAsync(database, _clock.Now.UtcDateTime.AddHours(2), FlowJobRunner.MostAttempts + 1);

        Assert.Equal(
            [$"health.flow-job sys_flow_instance.{late}", $"health.flow-job-untold sys_flow_instance.{untold}"],
            (await ExamineAsync(database)).Select(finding => $"{finding.Code} {finding.Path}"));
    }

    private static async Task<long> AddJobAsync(RequestDatabase database, DateTime next, int attempts)
    {
        var (_, instance) = await database.StartAsync();
        await database.Host.ChangeAsync(instance, state =>
        {
            var scope = state.Scopes.Values.First(scope => scope.Block == "boss");
            var id = state.Instance.LastId + 1;
            return state with
            {
                Instance = state.Instance with { LastId = id },
                Jobs = state.Jobs.Add(id, FlowStates.Job(id) with { ScopeId = scope.Id, NextAt = next, Attempts = attempts }),
            };
        });
        return instance;
    }

    private async Task<IReadOnlyList<Diagnostic>> ExamineAsync(RequestDatabase database)
    {
        var connections = database.Published.Database.Connections;
        var versions = new FlowVersions(connections, new WorkspaceCompiler(BuiltInFields.Catalog, PublishedDatabase.LayoutItems, PublishedDatabase.FlowNodes), database.Published.Workspace);
        var findings = await new Doctor(connections, database.Published.Workspace, versions: versions, clock: _clock).ExamineAsync(Cancellation);
        return [.. findings.Where(finding => finding.Code.StartsWith("health.flow", StringComparison.Ordinal))];
    }
}
