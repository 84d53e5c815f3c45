namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>From when on a vote is won. Shares are written as two numbers, since two thirds of three are two and no decimal fraction says so.</summary>
public sealed record VoteThreshold
{
    public VoteMeasure Measure { get; init; } = VoteMeasure.Ratio;

    /// <summary>Above 0, at most 1,000,000: the count or weight, or of a ratio what stands above the line.</summary>
    public decimal Value { get; init; } = 1;

    /// <summary>Of a ratio what stands below the line: 3 of two thirds, 100 of per cent; at least <see cref="Value"/>, at most 1,000,000.</summary>
    public decimal Of { get; init; } = 2;

    /// <summary>Whether it has to be exceeded; otherwise reaching it is enough.</summary>
    public bool Exceed { get; init; }
}
