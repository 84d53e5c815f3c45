namespace LowCodeErp.Formula.Analysis;

/// <summary>
/// A part of an axis within which no condition changes. Positions run from 0 below the first point: even ones lie between
/// points, odd ones at them. On an axis without order an even position stands for every other value.
/// </summary>
internal readonly record struct Cell(int Position, bool IsBlank = false)
{
    public const int BlankPosition = -1;

    public static Cell Blank { get; } = new(BlankPosition, true);

    public bool IsPoint => Position >= 0 && Position % 2 == 1;

    public int PointIndex => Position / 2;
}
