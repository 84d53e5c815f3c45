namespace LowCodeErp.Metadata.Flows;

/// <summary>How often the body of a loop runs.</summary>
public sealed record LoopSettings
{
    public const int UsualMaximum = 100;

    public const int MostRounds = 1_000;

    /// <summary>Asked after each round: once it holds, the loop is left.</summary>
    public required string Until { get; init; }

    /// <summary>After so many rounds there is an incident instead of another round; from 1 to 1,000.</summary>
    public int Maximum { get; init; } = UsualMaximum;
}
