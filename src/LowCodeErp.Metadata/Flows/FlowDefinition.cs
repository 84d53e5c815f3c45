using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Metadata.Flows;

/// <summary>
/// <c>flows/*.json</c>: an approval process as its author drew it. It is a tree of blocks, kept as a flat map of blocks with lists of their
/// children, so that a block keeps its key wherever it is moved. It may be wrong; only the compiler tells.
/// </summary>
public sealed record FlowDefinition
{
    /// <summary>Unique in the workspace; permanent.</summary>
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>Key of the form whose records go through the flow.</summary>
    [FormKey]
    public required string Form { get; init; }

    /// <summary>A formula that names an instance in lists: <c>[code] &amp; " " &amp; [customer.name]</c>. Null: the title of the record.</summary>
    public string? Title { get; init; }

    /// <summary>How an instance begins. None: by members who submit a record.</summary>
    public IReadOnlyList<FlowStartDefinition> Starts { get; init; } = [];

    /// <summary>Until when the initiator may take his instance back (rule 30).</summary>
    public FlowWithdrawal Withdrawal { get; init; } = FlowWithdrawal.BeforeFirstDecision;

    public FlowReminders Reminders { get; init; } = new();

    /// <summary>What others may change of the record while an instance runs (rule 43).</summary>
    public FlowRecordAccess Record { get; init; } = FlowRecordAccess.Locked;

    /// <summary>Whether a record may have several running instances of this flow at once.</summary>
    public bool Concurrent { get; init; }

    /// <summary>User names of the members who are asked where a rule says "administrators of the approval"; none: the app's administrators.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>Keys of the blocks on the trunk, in their order.</summary>
    public required IReadOnlyList<string> Sequence { get; init; }

    /// <summary>Every block of the flow, wherever it stands, by its key.</summary>
    public required IReadOnlyDictionary<string, FlowBlockDefinition> Blocks { get; init; }
}
