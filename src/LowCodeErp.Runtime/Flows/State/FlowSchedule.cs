namespace LowCodeErp.Runtime.Flows.State;

/// <summary>When a flow that begins on schedule does so the next time. Of several nodes the one that moves it on begins the instances.</summary>
/// <param name="Flow">Key of the flow.</param>
/// <param name="Schedule">The cron expression; a flow may have several.</param>
/// <param name="NextAt">In UTC. What was due while no node ran is made up for once.</param>
public sealed record FlowSchedule(string Flow, string Schedule, DateTime NextAt);
