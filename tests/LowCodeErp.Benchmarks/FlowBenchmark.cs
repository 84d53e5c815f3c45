using System.Collections.Concurrent;
using System.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>Stored instances from start to end (P1 and P2 of the flows' specification), beside a state machine that was written by hand for this one flow.</summary>
internal static class FlowBenchmark
{
    private const int Instances = 300;
    private const int WarmUps = 60;
    private const int Clients = 16;
    private const int Crowd = 1_600;
    private const int Rounds = 5;

    private static readonly Actor Initiator = new(1, "initiator", IsAdministrator: true);
    private static readonly Actor Approver = new(2, "approver", IsAdministrator: true);

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        var requests = await InsertRequestsAsync(workspace, (2 * Crowd) + ((Instances + WarmUps) * Rounds));
        using var ids = requests.GetEnumerator();
        await FlowYardstick.CreateTablesAsync(workspace);
        await RunCrowdAsync(workspace, table, ids);
        await RunStartsAsync(workspace, table, ids);

        // Last, when the crowd has had all of it compiled for good, as it is in a server that runs for days.
        await RunOneByOneAsync(workspace, table, ids);
    }

    /// <summary>The flow's members, who have to be there before it is published.</summary>
    public static async Task AddMembersAsync(PlatformContextFactory platform)
    {
        await using var context = platform.CreateDbContext();
        string[] names = ["initiator", "approver", "second"];
        context.Users.AddRange(names.Select((name, index) => new Member { Id = index + 1, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name }));
        await context.SaveChangesAsync();
    }

    /// <summary>In turn, so that both meet the same state of the machine; the median of the rounds.</summary>
    private static async Task RunOneByOneAsync(BenchmarkWorkspace workspace, ResultTable table, IEnumerator<long> requests)
    {
        await RunAsync(WarmUps, _ => GoThroughAsync(workspace, Next(requests)));
        await RunAsync(WarmUps, index => FlowYardstick.GoThroughAsync(workspace, -index - 1, Next(requests)));
        var pairs = new List<(double Product, double Yardstick)>();
        for (var round = 0; round < Rounds; round++)
        {
            var first = round * Instances;
            pairs.Add((
                await RunAsync(Instances / Rounds, _ => GoThroughAsync(workspace, Next(requests))),
                await RunAsync(Instances / Rounds, index => FlowYardstick.GoThroughAsync(workspace, first + index + 1, Next(requests)))));
        }

        var (product, yardstick) = (PairedTimes.Median(pairs.Select(pair => pair.Product)), PairedTimes.Median(pairs.Select(pair => pair.Yardstick)));
        table.Add(
            "Start, condition, approval, end, one by one", workspace, $"{1 / product:0} instances/s", $"two transactions by hand {1 / yardstick:0}/s",
            PairedTimes.Median(pairs.Select(pair => pair.Product / pair.Yardstick)), "≤ 3.00×");
    }

    private static async Task RunCrowdAsync(BenchmarkWorkspace workspace, ResultTable table, IEnumerator<long> requests)
    {
        var started = new List<(long Instance, int Seat)>();
        for (var index = 0; index < Crowd; index++)
        {
            started.Add(await StartAsync(workspace, "plain", Next(requests)));
        }

        var (rate, times) = await CrowdAsync(started, task => ApproveAsync(workspace, task.Instance, task.Seat));
        table.Add($"Approvals by {Clients} clients at once", workspace, $"{rate:0}/s, {times}", "200/s", 200 / rate, "≥ 200/s, p95 ≤ 60 ms");
    }

    private static async Task RunStartsAsync(BenchmarkWorkspace workspace, ResultTable table, IEnumerator<long> requests)
    {
        var records = Enumerable.Range(0, Crowd / 2).Select(_ => Next(requests)).ToList();
        var (rate, times) = await CrowdAsync(records, record => StartAsync(workspace, "five", record));
        table.Add($"Starts of a flow of five steps by {Clients} clients", workspace, $"{rate:0}/s, {times}", "100/s", 100 / rate, "≥ 100/s");
    }

    private static async Task GoThroughAsync(BenchmarkWorkspace workspace, long request)
    {
        var (instance, seat) = await StartAsync(workspace, "plain", request);
        await ApproveAsync(workspace, instance, seat);
    }

    /// <returns>The seat that an approver finds in his to-do list; the first there is of this flow.</returns>
    private static async Task<(long Instance, int Seat)> StartAsync(BenchmarkWorkspace workspace, string flow, long request)
    {
        var submit = new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = Initiator.MemberId!.Value };
        var result = await workspace.Get<FlowEngine>().StartAsync(flow, request, submit, Initiator);
        return result is FlowResult.Done { Status: FlowStatus.Running } done
            ? (done.InstanceId, _seat ??= await FindSeatAsync(workspace, done.InstanceId))
            : throw new InvalidOperationException($"Not started: {result}");
    }

    private static int? _seat;

    /// <summary>The same in every instance of the flow, which the first one started shows.</summary>
    private static async Task<int> FindSeatAsync(BenchmarkWorkspace workspace, long instance)
        => (await workspace.Get<IFlowQueries>().FindAsync(instance))!.Seats.Keys.Single();

    private static async Task ApproveAsync(BenchmarkWorkspace workspace, long instance, int seat)
    {
        var approve = new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = Approver.MemberId!.Value, SeatId = seat };
        if (await workspace.Get<FlowEngine>().RunAsync(instance, approve, Approver) is var result and not FlowResult.Done { Status: FlowStatus.Approved })
        {
            throw new InvalidOperationException($"Not approved: {result}");
        }
    }

    /// <summary>As many as there are clients at a time, each doing one piece of work after the other.</summary>
    private static async Task<(double Rate, Percentiles Times)> CrowdAsync<T>(IReadOnlyCollection<T> work, Func<T, Task> run)
    {
        var (open, times) = (new ConcurrentQueue<T>(work), new ConcurrentBag<double>());
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (open.TryDequeue(out var next))
            {
                times.Add(await Percentiles.TimeAsync(() => run(next)));
            }
        })));
        return (work.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, new(times));
    }

    /// <summary>Seconds for one.</summary>
    private static async Task<double> RunAsync(int times, Func<int, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < times; index++)
        {
            await work(index);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / times;
    }

    private static long Next(IEnumerator<long> requests) => requests.MoveNext() ? requests.Current : throw new InvalidOperationException("There are too few requests.");

    private static async Task<IEnumerable<long>> InsertRequestsAsync(BenchmarkWorkspace workspace, int count)
    {
        await workspace.Get<CurrentOrganisation>().LoadAsync();
        var inputs = Enumerable.Range(0, count).Select(index => new RecordInput
        {
            Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of($"R{index:000000}"), ["amount"] = InputValue.Of(500m + index) },
        });
        var saved = (SaveResult.Saved)await workspace.Get<SavePipeline>().SaveAsync(new(workspace.Form("request"), [.. inputs], Actor.System, ChangeSource.Command));
        return saved.Records.Select(record => record.Id);
    }
}
