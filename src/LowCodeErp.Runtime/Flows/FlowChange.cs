using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What a command did to an instance, as it is stored.</summary>
/// <param name="Before">As it was loaded; null for a new instance.</param>
/// <param name="After">Its version is the next one.</param>
/// <param name="History">What is appended.</param>
public sealed record FlowChange(FlowState? Before, FlowState After, IReadOnlyList<FlowHistory> History, FlowReceipt Receipt)
{
    /// <summary>The record as it was decided upon, with its lines, where that is kept and is not kept yet; none otherwise.</summary>
    public IReadOnlyList<SnapshotPart> Snapshot { get; init; } = [];

    /// <summary>The version of <see cref="Snapshot"/>.</summary>
    public long SnapshotVersion { get; init; }
}
