namespace LowCodeErp.Runtime.Flows;

/// <summary>The instance on whose behalf records are changed. Flows that begin because of it have the same initiator.</summary>
/// <param name="Depth">How many flows led to that instance, each by what it changed.</param>
/// <param name="InitiatorId">Null when nobody began it.</param>
public sealed record FlowCause(int Depth, long? InitiatorId);
