using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>A job that one worker has in hand, and nobody else until its lease ends. Its attempts count this one.</summary>
/// <param name="Flow">Key of the flow.</param>
/// <param name="Owner">Names the lease: whoever took the job after it ended has another one.</param>
public sealed record LeasedJob(long InstanceId, string Flow, long RecordId, FlowJob Job, Guid Owner)
{
    /// <summary>The same however often the job is tried, so that whoever is called can tell a repetition from a second call (D6).</summary>
    public string IdempotencyKey { get; } = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"flow-{InstanceId}-{Job.Id}-{Job.Generation}");
}
