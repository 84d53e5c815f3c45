namespace LowCodeErp.Runtime.Flows.State;

/// <summary>A seat went from one member to another.</summary>
/// <param name="Kind"><c>transferred</c>, <c>delegated</c>, <c>returned</c>, <c>replaced</c>, <c>claimed</c>, <c>released</c>.</param>
/// <param name="At">In UTC.</param>
public sealed record SeatHandover(string Kind, long? From, long? To, DateTime At, string? Text = null);
