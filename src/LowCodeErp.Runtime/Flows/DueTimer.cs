namespace LowCodeErp.Runtime.Flows;

/// <summary>A timer whose moment has come; nobody has fired it yet.</summary>
/// <param name="DueAt">In UTC.</param>
public sealed record DueTimer(long InstanceId, int TimerId, DateTime DueAt);
