using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Flows.Operations;

/// <summary>What somebody can do now.</summary>
public sealed record FlowOffer
{
    public static FlowOffer None { get; } = new();

    public IReadOnlySet<FlowOperation> Operations { get; init; } = new HashSet<FlowOperation>();

    /// <summary>The steps to which a task can be sent back, in the order in which they stand; the initiator apart.</summary>
    public IReadOnlyList<FlowBlock> Targets { get; init; } = [];

    /// <summary>Whether it can be sent back to the step before, whichever that is.</summary>
    public bool ToPrevious { get; init; }

    public bool ToInitiator { get; init; }

    /// <summary>Ids of the seats that he added and can remove.</summary>
    public IReadOnlyList<int> Removable { get; init; } = [];

    public bool Has(FlowOperation operation) => Operations.Contains(operation);
}
