namespace LowCodeErp.Metadata.Flows;

/// <summary>Until when an initiator may take his instance back.</summary>
public enum FlowWithdrawal
{
    BeforeFirstDecision,
    Always,
    Never,
}
