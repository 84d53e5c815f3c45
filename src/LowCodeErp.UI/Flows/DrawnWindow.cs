namespace LowCodeErp.UI.Flows;

/// <summary>The part of a drawing that is to be seen, in its own coordinates; what lies outside is not put on the page.</summary>
public readonly record struct DrawnWindow(double X, double Y, double Width, double Height)
{
    /// <summary>So far beyond the edge something is drawn already, so that scrolling shows no gaps.</summary>
    private const double Beyond = 600;

    public bool Shows(DrawnBox box)
    {
        ArgumentNullException.ThrowIfNull(box);
        return Meets(box.X, box.Y, box.X + box.Width, box.Bottom);
    }

    public bool Shows(DrawnPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Meets(place.X, place.Y, place.X, place.Y);
    }

    public bool Shows(DrawnLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Meets(line.Corners.Min(corner => corner.X), line.Corners.Min(corner => corner.Y), line.Corners.Max(corner => corner.X), line.Corners.Max(corner => corner.Y));
    }

    private bool Meets(double left, double top, double right, double bottom)
        => left <= X + Width + Beyond && right >= X - Beyond && top <= Y + Height + Beyond && bottom >= Y - Beyond;
}
