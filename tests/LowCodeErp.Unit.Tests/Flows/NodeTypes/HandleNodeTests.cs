using LowCodeErp.BuiltIns.FlowNodes.Handle;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class HandleNodeTests : FlowNodeSpecification<HandleNode>
{
    protected override string ExpectedKey => "handle";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new HandleSettings(), typeof(NodeStep.Staff)),
        new(new HandleSettings { Assignees = [new() { Kind = AssigneeKind.Role, Roles = ["buyer"] }], Claim = true }, typeof(NodeStep.Staff)),
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes =>
        [new(new HandleSettings { Assignees = [new() { Kind = AssigneeKind.Role }] }, "assignees[0].kind"), new(new HandleSettings { AddDepth = -1 }, "addDepth")];
}
