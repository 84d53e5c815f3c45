namespace LowCodeErp.Metadata.Flows;

/// <summary>What a step does that was carried out before, when the way leads through it again after a return. What it did is never undone (flows.md 1.2).</summary>
public enum FlowReplay
{
    /// <summary>Everything once more.</summary>
    Rerun,

    /// <summary>Nothing; the way goes on.</summary>
    Skip,

    /// <summary>An administrator decides, at an incident.</summary>
    Ask,
}
