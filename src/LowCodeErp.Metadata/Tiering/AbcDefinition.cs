namespace LowCodeErp.Metadata.Tiering;

/// <summary>ABC by cumulative share: customers by amount, largest first; the first ones that make up 80 % are A, up to 95 % B.</summary>
public sealed record AbcDefinition
{
    /// <summary>A share between 0 and 1.</summary>
    public decimal FirstShare { get; init; } = 0.80m;

    /// <summary>A share between <see cref="FirstShare"/> and 1.</summary>
    public decimal SecondShare { get; init; } = 0.95m;

    public BoundaryRule BoundaryRule { get; init; } = BoundaryRule.Cross;
}
