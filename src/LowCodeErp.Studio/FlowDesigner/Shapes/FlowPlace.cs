namespace LowCodeErp.Studio.FlowDesigner.Shapes;

/// <summary>A place in a flow at which blocks stand or are put.</summary>
/// <param name="Block">Key of the branching; null on the trunk.</param>
/// <param name="Branch">Key of its branch; null on the trunk.</param>
/// <param name="Index">Before which block of the sequence; its length for its end.</param>
public sealed record FlowPlace(string? Block, string? Branch, int Index)
{
    public static FlowPlace OnTrunk(int index) => new(null, null, index);

    public FlowPlace At(int index) => this with { Index = index };
}
