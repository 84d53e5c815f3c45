using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>One step of the way that an instance would take.</summary>
/// <param name="Asked">Members who would be asked, in their order.</param>
/// <param name="Reasons">Codes of <see cref="FlowReasons"/>: what the policies would do by themselves.</param>
/// <param name="Branches">Keys of the branches that would be taken.</param>
public sealed record FlowPreviewStep(FlowBlock Block, IReadOnlyList<long> Asked, IReadOnlyList<string> Reasons, IReadOnlyList<string> Branches);
