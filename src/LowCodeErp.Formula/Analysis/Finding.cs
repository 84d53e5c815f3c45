namespace LowCodeErp.Formula.Analysis;

/// <summary>An answer, and for a yes the records that show it.</summary>
public sealed record Finding(Verdict Verdict, IReadOnlyList<Region> Regions);
