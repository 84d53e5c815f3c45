using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Records;

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
    }

    /// <summary>A request of the initiator that waits for the approver.</summary>
    /// <returns>The instance.</returns>
    public async Task<long> SubmitAsync(string number, string amount = "500")
    {
        var actor = new Actor(await FindMemberAsync(Initiator), Initiator, IsAdministrator: false);
        var record = new RecordInput { Values = Values(("number", number), ("amount", amount)) };
        var submit = new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = actor.MemberId!.Value };
        var result = await Service<FlowEngine>().StartAsync("plain", record, submit, actor);
        return (result as FlowResult.Done)?.InstanceId ?? throw new InvalidOperationException($"Not submitted: {result}");
    }
}
