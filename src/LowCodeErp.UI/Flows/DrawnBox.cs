namespace LowCodeErp.UI.Flows;

/// <summary>A box of a drawn flow.</summary>
/// <param name="Block">Key of the block; null for the start and the end.</param>
/// <param name="Branch">Of a branch its key; null for any other box.</param>
/// <param name="X">Of its left edge, in CSS pixels at 100 %.</param>
/// <param name="Y">Of its top edge.</param>
/// <param name="Size">How many blocks a folded branching holds; 0 for any other box.</param>
public sealed record DrawnBox(DrawnKind Kind, string? Block, string? Branch, double X, double Y, double Width, double Height, int Size = 0)
{
    public double Middle => X + (Width / 2);

    public double Bottom => Y + Height;

    public bool Overlaps(DrawnBox other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return X < other.X + other.Width && other.X < X + Width && Y < other.Bottom && other.Y < Bottom;
    }
}
