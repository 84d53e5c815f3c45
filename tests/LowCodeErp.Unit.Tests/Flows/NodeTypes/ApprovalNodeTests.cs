using LowCodeErp.BuiltIns.FlowNodes.Approval;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class ApprovalNodeTests : FlowNodeSpecification<ApprovalNode>
{
    protected override string ExpectedKey => "approval";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Superior }] }, typeof(NodeStep.Staff)),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Members, Members = ["a"] }], Mode = SeatMode.Vote, Threshold = new() { Value = 2, Of = 3 } }, typeof(NodeStep.Staff)),
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes =>
    [
        new(new ApprovalSettings(), "assignees"),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Members }] }, "assignees[0].kind"),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Superior }], Mode = SeatMode.Vote }, "mode"),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Superior }], Claim = true, Mode = SeatMode.Any }, "mode"),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Superior }], OnReject = RejectionPolicy.Block }, "onReject"),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Superior }], TransferLimit = 0 }, "transferLimit"),
        new(new ApprovalSettings { Assignees = [new() { Kind = AssigneeKind.Superior }], TakeBackHours = 0 }, "takeBackHours"),
    ];
}
