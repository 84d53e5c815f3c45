using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What a command begins with.</summary>
/// <param name="State">Null when there is no such instance.</param>
/// <param name="Receipt">Null when the command was not carried out yet.</param>
public sealed record FlowLoad(FlowState? State, FlowReceipt? Receipt);
