using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Analysis;

/// <summary>One field with every boundary that the conditions have on it.</summary>
internal sealed class Axis(FieldPath path, FieldDomain domain)
{
    private readonly SortedSet<Point> _ordered = [];
    private readonly List<Point> _values = [];
    private Dictionary<Point, int> _indexes = [];

    public FieldPath Path => path;

    public ValueKind Kind => path.Last.Kind;

    public bool IsOrdered => Kind is ValueKind.Number or ValueKind.Date or ValueKind.DateTime;

    public IReadOnlyList<Point> Points { get; private set; } = [];

    public IReadOnlyList<Cell> Cells { get; private set; } = [];

    /// <summary>Has boundaries of which nobody can say today how they will lie to each other.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Whole numbers of days or ticks, so that nothing lies between neighbours.</summary>
    private bool IsDiscrete => Kind is ValueKind.Date or ValueKind.DateTime;

    public void Add(Point point)
    {
        if (IsOrdered)
        {
            _ordered.Add(point);
        }
        else if (!_values.Contains(point))
        {
            _values.Add(point);
        }
    }

    public int PositionOf(Point point) => 2 * _indexes[point] + 1;

    public void Freeze()
    {
        IsMixed = _ordered.Where(point => point.Rank == 0).Select(point => point.Anchor).Distinct().Count() > 1;
        AddPossible();
        Points = IsMixed ? [] : IsOrdered ? _ordered.ToArray() : _values;
        _indexes = Points.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var inner = IsOrdered ? Enumerable.Range(0, 2 * Points.Count + 1).Where(Exists) : UnorderedPositions();
        Cells = [.. domain.CanBeBlank ? [Cell.Blank] : Array.Empty<Cell>(), .. inner.Select(position => new Cell(position))];
    }

    private void AddPossible()
    {
        foreach (var choice in domain.Choices ?? [])
        {
            Add(new Point(Anchor.None, 0, choice));
        }

        if (Kind == ValueKind.Boolean)
        {
            Add(new Point(Anchor.None, 0, true));
            Add(new Point(Anchor.None, 0, false));
        }
    }

    private IEnumerable<int> UnorderedPositions()
    {
        var points = Enumerable.Range(0, Points.Count)
            .Where(index => domain.Choices is null || Points[index].Constant is not string text || domain.Choices.Contains(text))
            .Select(index => 2 * index + 1);
        return Kind == ValueKind.Boolean || domain.Choices is not null ? points : points.Append(2 * Points.Count);
    }

    private bool Exists(int position)
    {
        if (position % 2 == 1 || !IsDiscrete)
        {
            return true;
        }

        var (below, above) = Around(position);
        return below is { } low && above is { } high
            ? low.Rank != high.Rank || low.Anchor is Anchor.StartOfToday || high.Value - low.Value > 1
            : below is { } last ? last.Constant is null || last.Value < Largest : above is not { } first || first.Constant is null || first.Value > 0;
    }

    private decimal Largest => Kind == ValueKind.Date ? DateOnly.MaxValue.DayNumber : DateTime.MaxValue.Ticks;

    /// <summary>The points on both sides of an even position.</summary>
    public (Point? Below, Point? Above) Around(int position)
        => (position > 0 ? Points[position / 2 - 1] : null, position / 2 < Points.Count ? Points[position / 2] : null);
}
