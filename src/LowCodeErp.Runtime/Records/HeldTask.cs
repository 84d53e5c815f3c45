namespace LowCodeErp.Runtime.Records;

/// <summary>An open task of a flow, by the rights of which somebody works.</summary>
/// <param name="Form">Key of the form whose records go through the flow.</param>
public sealed record HeldTask(string Form, long InstanceId, int SeatId);
