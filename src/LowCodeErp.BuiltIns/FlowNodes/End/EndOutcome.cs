namespace LowCodeErp.BuiltIns.FlowNodes.End;

/// <summary>How the instance ends.</summary>
public enum EndOutcome
{
    Approved,
    Rejected,
    Terminated,
}
