namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>What a threshold of votes counts.</summary>
public enum VoteMeasure
{
    /// <summary>A share of the weights of all seats.</summary>
    Ratio,

    /// <summary>Seats that approved, whatever they weigh.</summary>
    Count,

    /// <summary>The weights of the seats that approved.</summary>
    Weight,
}
