namespace LowCodeErp.Runtime.Flows;

/// <summary>What a command decides upon.</summary>
/// <param name="Version">Of the record.</param>
/// <param name="Parts">The record and its lines, in their order; none where they are not kept, or kept already.</param>
internal sealed record FlowSubject(long Version, IReadOnlyList<SnapshotPart> Parts);
