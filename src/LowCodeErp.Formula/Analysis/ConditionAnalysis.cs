namespace LowCodeErp.Formula.Analysis;

/// <summary>What several conditions over the same records mean to each other.</summary>
public sealed class ConditionAnalysis
{
    private readonly Lazy<IReadOnlyList<BoundaryValue>> _boundaries;

    internal ConditionAnalysis(IReadOnlyList<ConditionFact> facts, IReadOnlyList<Overlap> overlaps, Finding gap, Func<IReadOnlyList<BoundaryValue>> findBoundaries)
        => (Facts, Overlaps, Gap, _boundaries) = (facts, overlaps, gap, new(findBoundaries));

    /// <summary>One for each condition.</summary>
    public IReadOnlyList<ConditionFact> Facts { get; }

    /// <summary>One for each pair.</summary>
    public IReadOnlyList<Overlap> Overlaps { get; }

    /// <summary>Whether some record meets none of them.</summary>
    public Finding Gap { get; }

    /// <summary>Where answers change; found when somebody asks for them.</summary>
    public IReadOnlyList<BoundaryValue> Boundaries => _boundaries.Value;
}
