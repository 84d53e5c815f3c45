namespace LowCodeErp.BuiltIns.FlowNodes.End;

public sealed record EndSettings
{
    public EndOutcome Outcome { get; init; } = EndOutcome.Approved;
}
