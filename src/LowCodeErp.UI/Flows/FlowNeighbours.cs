namespace LowCodeErp.UI.Flows;

/// <summary>Which box comes next for whoever goes through a drawn flow by keyboard.</summary>
public static class FlowNeighbours
{
    /// <summary>Beside it counts double: whoever goes down wants to stay in his branch.</summary>
    private const double Aside = 2;

    /// <summary>The nearest box in a direction; null at the edge.</summary>
    public static DrawnBox? Next(IReadOnlyList<DrawnBox> boxes, DrawnBox from, FlowDirection direction)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        ArgumentNullException.ThrowIfNull(from);
        return boxes.Where(box => box != from && Lies(box, from, direction)).MinBy(box => Distance(box, from, direction));
    }

    private static bool Lies(DrawnBox box, DrawnBox from, FlowDirection direction) => direction switch
    {
        FlowDirection.Down => box.Y >= from.Bottom,
        FlowDirection.Up => box.Bottom <= from.Y,
        FlowDirection.Left => box.X + box.Width <= from.X && IsBeside(box, from),
        _ => box.X >= from.X + from.Width && IsBeside(box, from),
    };

    private static bool IsBeside(DrawnBox box, DrawnBox from) => box.Y < from.Bottom && from.Y < box.Bottom;

    private static double Distance(DrawnBox box, DrawnBox from, FlowDirection direction)
    {
        var (across, down) = (Math.Abs(box.Middle - from.Middle), Math.Abs(box.Y + (box.Height / 2) - from.Y - (from.Height / 2)));
        return direction is FlowDirection.Up or FlowDirection.Down ? down + (Aside * across) : across + (Aside * down);
    }
}
