namespace LowCodeErp.Formula.Analysis;

/// <summary>Whether some record meets two of the conditions.</summary>
public sealed record Overlap(int First, int Second, Finding Finding);
