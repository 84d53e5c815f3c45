using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Analysis;

/// <summary>All combinations of the cells of several axes: within one of them no condition changes.</summary>
internal sealed class CellGrid
{
    private const int MostCells = 20_000;
    private const int MostRegions = 20;

    private readonly Axis[] _axes;

    private CellGrid(Axis[] axes)
    {
        _axes = axes;
        IEnumerable<Cell[]> rows = [[]];
        foreach (var axis in axes)
        {
            rows = rows.SelectMany(row => axis.Cells.Select(cell => (Cell[])[.. row, cell]));
        }

        Rows = rows.Where(IsPossible).ToArray();
    }

    public IReadOnlyList<Cell[]> Rows { get; }

    /// <summary>Null where there are too many combinations to look at.</summary>
    public static CellGrid? TryMake(IEnumerable<Axis> axes)
    {
        var ordered = axes.ToArray();
        return ordered.Aggregate(1.0, (count, axis) => count * axis.Cells.Count) > MostCells ? null : new(ordered);
    }

    public IReadOnlyDictionary<Axis, Cell> AsCells(Cell[] row) => _axes.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Behind a blank reference everything is blank.</summary>
    private bool IsPossible(Cell[] row)
    {
        for (var reference = 0; reference < _axes.Length; reference++)
        {
            for (var behind = 0; row[reference].IsBlank && behind < _axes.Length; behind++)
            {
                if (!row[behind].IsBlank && IsBehind(_axes[behind].Path, _axes[reference].Path))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsBehind(FieldPath path, FieldPath reference)
        => path.Steps.Count > reference.Steps.Count && path.Steps.Take(reference.Steps.Count).SequenceEqual(reference.Steps);

    /// <summary>The rows as few regions: those that differ in one field only are put together.</summary>
    public IReadOnlyList<Region> Describe(IEnumerable<Cell[]> rows, AxisSamples samples, AxisWords words)
    {
        var boxes = rows.Select(row => row.Select(cell => (Cell[])[cell]).ToArray()).ToList();
        for (var axis = _axes.Length - 1; axis >= 0; axis--)
        {
            boxes = Merge(boxes, axis);
        }

        return [.. boxes.Take(MostRegions).Select(box => new Region(Words(box, words), Example(box, samples)))];
    }

    private static List<Cell[][]> Merge(List<Cell[][]> boxes, int axis) => boxes
        .GroupBy(box => string.Join('|', box.Select((cells, index) => index == axis ? "" : string.Join(',', cells.Select(cell => cell.Position)))))
        .Select(group => group.First().Select((cells, index) => index == axis ? group.SelectMany(box => box[axis]).ToArray() : cells).ToArray())
        .ToList();

    private LocalizedText Words(Cell[][] box, AxisWords words)
    {
        var limited = _axes.Zip(box).Where(pair => pair.Second.Length < pair.First.Cells.Count).ToArray();
        var parts = limited.Select(pair => words.Describe(pair.First, pair.Second, isPart: limited.Length > 1)).ToArray();
        return parts.Length == 0
            ? new("所有数据", "every record")
            : new(string.Join(" 且 ", parts.Select(part => part.Chinese)), string.Join(" and ", parts.Select(part => part.English)));
    }

    /// <summary>Preferably not blank.</summary>
    private Dictionary<FieldPath, object?> Example(Cell[][] box, AxisSamples samples) => _axes.Zip(box)
        .ToDictionary(pair => pair.First.Path, pair => samples.In(pair.First, pair.Second.OrderBy(cell => cell.IsBlank).First()));
}
