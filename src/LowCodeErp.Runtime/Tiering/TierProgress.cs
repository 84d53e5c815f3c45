namespace LowCodeErp.Runtime.Tiering;

public enum TierStage
{
    Reading,
    Scoring,
    Storing,
    Finished,
}

/// <param name="Done">Records so far in this stage.</param>
/// <param name="Total">Records of this stage; null while it is not known.</param>
public readonly record struct TierProgress(TierStage Stage, int Done, int? Total);
