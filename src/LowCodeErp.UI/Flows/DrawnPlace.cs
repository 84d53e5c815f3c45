namespace LowCodeErp.UI.Flows;

/// <summary>A place on a line where a block can be added.</summary>
/// <param name="Block">Key of the branching in whose branch it is; null on the trunk.</param>
/// <param name="Branch">Key of the branch; null on the trunk.</param>
/// <param name="Index">Before which block of the sequence.</param>
public sealed record DrawnPlace(string? Block, string? Branch, int Index, double X, double Y);
