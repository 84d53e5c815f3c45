using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

public sealed record TierTrajectorySettings
{
    public LocalizedText? Title { get; init; }

    /// <summary>Key of a tier model of the form; null for all of them.</summary>
    [TierModelKey]
    public string? Model { get; init; }

    /// <summary>How many of the latest runs are shown.</summary>
    public int Runs { get; init; } = 12;
}
