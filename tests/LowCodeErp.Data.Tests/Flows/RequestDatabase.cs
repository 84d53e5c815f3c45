using System.Collections.Immutable;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Requests of clerks, who see their own ones, and a flow of the test's choice under the rules of the product.</summary>
internal sealed class RequestDatabase : IAsyncDisposable
{
    public const long Clerk = 3;
    public const long Boss = 7;
    public const long Payer = 8;

    /// <summary>Sees and changes everything of every request.</summary>
    public const long Director = 5;

    private const string Roles = """
        {"key": "clerk", "label": {"zh-CN": "文员"}, "grants": [{"form": "request", "operations": ["view", "create", "edit"], "rows": "own"}]}
        """;

    private const string DirectorRole = """
        {"key": "director", "label": {"zh-CN": "总监"}, "grants": [{"form": "request", "operations": ["view", "create", "edit"]}]}
        """;

    private readonly FlowDatabase _database;

    private RequestDatabase(FlowDatabase database) => _database = database;

    public FlowHost Host => _database.Host;

    public PublishedDatabase Published => _database.Published;

    public FormModel Form => Host.Workspace.FindForm("request")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RequestDatabase> CreateAsync(DatabaseProvider provider, string flow)
    {
        var requests = new RequestDatabase(await FlowDatabase.CreateRealAsync(provider, Package(flow)));
        await requests.GiveAsync(Clerk, "clerk");
        await requests.GiveAsync(Director, "director");
        return requests;
    }

    /// <summary>From now on the flow is another one; what runs keeps the one that it began with.</summary>
    public async Task PublishAsync(string flow)
    {
        await Published.PublishAsync(Package(flow));
        await Host.RefreshAsync();
    }

    public static Actor Member(long id) => new(id, $"member {id}", IsAdministrator: false);

    public async Task GiveAsync(long member, string role)
        => Assert.Empty(await Host.Rights.AssignAsync(new() { App = "test", Role = role, MemberId = member }, Actor.System, Cancellation));

    /// <summary>A request of the clerk over 100, which costs 60.</summary>
    public async Task<long> AddAsync()
    {
        var input = Input(null, ("name", InputValue.Of("纸")), ("amount", InputValue.Of(100m)), ("cost", InputValue.Of(60m))) with
        {
            Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [Input(null, ("item", InputValue.Of("A4")), ("price", InputValue.Of(5m)))] },
        };
        return Assert.IsType<SaveResult.Saved>(await Host.Pipeline.SaveAsync(new(Form, [input], Member(Clerk), ChangeSource.Page), Cancellation)).Records[0].Id;
    }

    /// <summary>One that is submitted.</summary>
    public async Task<(long Record, long Instance)> StartAsync(string flow = "buy")
    {
        var record = await AddAsync();
        return (record, FlowHost.Done(await Host.Engine.StartAsync(flow, record, Submit(), Member(Clerk), Cancellation)).InstanceId);
    }

    public static FlowEvent.Submit Submit() => new() { CommandId = Guid.NewGuid(), ActorId = Clerk, Choices = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty };

    public static FlowEvent.Approve Approve(FlowSeat seat) => new() { CommandId = Guid.NewGuid(), ActorId = seat.HolderId!.Value, SeatId = seat.Id };

    /// <summary>The open seat of a step.</summary>
    public async Task<FlowSeat> SeatAsync(long instance, string block)
    {
        var state = await Host.ReadAsync(instance);
        return Assert.Single(state.Seats.Values, seat => seat.Status == SeatStatus.Open && state.Scopes[seat.ScopeId].Block == block);
    }

    public static RecordInput Input(long? id, params (string Key, InputValue Value)[] values)
        => new() { Id = id, Values = values.ToDictionary(value => value.Key, value => value.Value) };

    public Task<SaveResult> SaveAsync(Actor actor, RecordInput input) => Host.Pipeline.SaveAsync(new(Form, [input], actor, ChangeSource.Page), Cancellation);

    /// <summary>What is wrong, in a line a problem; blank when nothing is.</summary>
    public async Task<string> ProblemsAsync(Actor actor, RecordInput input)
        => await SaveAsync(actor, input) is SaveResult.Invalid invalid ? string.Join("; ", invalid.Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}".Trim())) : "";

    public Task<RecordRow?> FindAsync(long record, Actor actor) => Host.Rows.FindAsync(Form, record, actor, Cancellation);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static AppPackage Package(string flow)
        => App.With(Form("request").Field("name", "text").Field("amount", "number").Field("cost", "number").Field("note", "text")
                .Field("margin", "number").Formula("[amount] - [cost]")
                .Lines("line", line => line.Field("item", "text").Field("price", "number"), "sub-table"))
            .WithRoles(Roles, DirectorRole).WithFlows(flow);
}
