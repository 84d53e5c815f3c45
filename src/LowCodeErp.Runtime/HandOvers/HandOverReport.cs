using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>What has moved, as it is kept.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Remaining">What had to stay with the leaver, and why.</param>
public sealed record HandOverReport(
    long Id, string LeaverName, string SuccessorName, DateTime At, string ActorName, bool WasDeactivated,
    IReadOnlyList<HandOverSection> Moved, IReadOnlyList<LocalizedText> Remaining);
