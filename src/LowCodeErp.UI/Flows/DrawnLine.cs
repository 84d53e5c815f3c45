namespace LowCodeErp.UI.Flows;

/// <summary>A line between boxes, by its corners, from above to below.</summary>
/// <param name="IsBack">Whether it leads back to the beginning of a loop.</param>
public sealed record DrawnLine(IReadOnlyList<(double X, double Y)> Corners, bool IsBack = false);
