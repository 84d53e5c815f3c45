using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Tests.Hosting;

namespace LowCodeErp.Browser.Tests.Approvals;

/// <summary>The app of <c>tests/data/apps/approvals</c>, with the members whom its flows name.</summary>
public sealed class ApprovalWorkspace() : AppWorkspace("data", "apps", "approvals")
{
    public const string Initiator = "initiator";
    public const string Approver = "approver";
    public const string Second = "second";

    protected override async Task PrepareAsync()
    {
        foreach (var member in new[] { Initiator, Approver, Second })
        {
            await AddMemberAsync(member);
        }
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await GiveRoleAsync(Initiator, "approvals", "requester");
        await Service<CurrentOrganisation>().LoadAsync(TestContext.Current.CancellationToken);
    }

    internal async Task<Window> OpenAsync(BrowserFixture browser, string member, int width = Screens.Desk)
    {
        var window = await browser.OpenAsync(width, address: Address);
        await window.SignInAsync(member, TemporaryWorkspace.Password);
        return window;
    }

    /// <summary>A request of the initiator that waits for the approver.</summary>
    /// <returns>The instance.</returns>
    public async Task<long> SubmitAsync(string number, string amount = "500")
    {
        var actor = await InitiatorAsync();
        var record = new RecordInput { Values = Values(("number", number), ("amount", amount)) };
        var submit = new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = actor.MemberId!.Value };
        var result = await Service<FlowEngine>().StartAsync("plain", record, submit, actor);
        return (result as FlowResult.Done)?.InstanceId ?? throw new InvalidOperationException($"Not submitted: {result}");
    }

    /// <summary>Returns when a draft of a new request of the initiator that holds the text is stored.</summary>
    public async Task DraftIsKeptAsync(string text)
    {
        var (store, member) = (Service<IDraftStore>(), await FindMemberAsync(Initiator));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(await store.ListNewAsync(member, TestContext.Current.CancellationToken)).Any(draft => draft.Draft.Content.Contains(text, StringComparison.Ordinal)))
        {
            await glance.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>By the initiator, while others look at it.</summary>
    public async Task WithdrawAsync(long instance)
    {
        var actor = await InitiatorAsync();
        var withdraw = new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = actor.MemberId!.Value };
        Assert.IsType<FlowResult.Done>(await Service<FlowEngine>().RunAsync(instance, withdraw, actor));
    }

    /// <summary>What was done with it, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReadActionsAsync(long instance)
        => [.. (await Service<IFlowQueries>().ReadHistoryAsync(instance, TestContext.Current.CancellationToken)).Select(entry => entry.Action)];

    private async Task<Actor> InitiatorAsync() => new(await FindMemberAsync(Initiator), Initiator, IsAdministrator: false);
}
