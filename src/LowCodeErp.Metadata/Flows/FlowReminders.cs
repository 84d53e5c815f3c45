namespace LowCodeErp.Metadata.Flows;

/// <summary>How often those who are asked may be reminded (rule 20).</summary>
public sealed record FlowReminders
{
    /// <summary>How long a seat is left in peace after a reminder.</summary>
    public decimal Hours { get; init; } = 1;

    /// <summary>How often one seat is reminded at most, of the initiator's accord; null for any number.</summary>
    public int? Most { get; init; }
}
