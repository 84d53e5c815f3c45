using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Somebody who is to be asked, and the rule that found him; null where a policy did.</summary>
internal sealed record FlowCandidate(long MemberId, AssigneeRule? Rule);
