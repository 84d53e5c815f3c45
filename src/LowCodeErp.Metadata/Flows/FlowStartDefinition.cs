using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Flows;

/// <summary>One way in which instances begin.</summary>
public sealed record FlowStartDefinition
{
    public required FlowTrigger On { get; init; }

    /// <summary>Names a button among those of the flow.</summary>
    public string? Key { get; init; }

    /// <summary>What the button says.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>
    /// A condition on the record: it begins only where it holds. <c>OLD([status])</c> reads the record as it was before a change. Null: always. Of a
    /// schedule it chooses the records, each of which gets an instance.
    /// </summary>
    public string? When { get; init; }

    /// <summary>Fields one of which must have changed; none: any. Of <see cref="FlowTrigger.Changed"/> alone.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Cron expression with seconds, in the workspace's time zone: <c>0 0 8 ? * MON</c>. Of <see cref="FlowTrigger.Schedule"/> alone.</summary>
    public string? Schedule { get; init; }
}
