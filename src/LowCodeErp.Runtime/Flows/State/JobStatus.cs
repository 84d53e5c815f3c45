namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Where a job stands. Stored by name.</summary>
public enum JobStatus
{
    Open,
    Done,

    /// <summary>Its tries are used up; there is an incident.</summary>
    Failed,

    Cancelled,
}
