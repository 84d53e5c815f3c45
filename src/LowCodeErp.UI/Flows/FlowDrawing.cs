using LowCodeErp.Metadata.Flows;
using static LowCodeErp.UI.Flows.FlowMeasures;

namespace LowCodeErp.UI.Flows;

/// <summary>
/// A flow from above to below: a pure function of its definition, so that what is edited, simulated, printed and running is drawn alike. Each block is measured
/// once and placed once. A definition that is no tree is drawn as far as it is one.
/// </summary>
public sealed class FlowDrawing
{
    private readonly List<DrawnBox> _boxes = [];
    private readonly List<DrawnLine> _lines = [];
    private readonly List<DrawnPlace> _places = [];
    private readonly Dictionary<string, Extent> _extents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);
    private readonly FlowDefinition _flow;
    private readonly IReadOnlySet<string> _folded;

    private FlowDrawing(FlowDefinition flow, IReadOnlySet<string> folded) => (_flow, _folded) = (flow, folded);

    public double Width { get; private set; }

    public double Height { get; private set; }

    public IReadOnlyList<DrawnBox> Boxes => _boxes;

    public IReadOnlyList<DrawnLine> Lines => _lines;

    public IReadOnlyList<DrawnPlace> Places => _places;

    /// <param name="folded">Keys of the branchings that are folded up.</param>
    public static FlowDrawing Of(FlowDefinition flow, IReadOnlySet<string> folded)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(folded);
        var drawing = new FlowDrawing(flow, folded);
        drawing.Draw();
        return drawing;
    }

    private void Draw()
    {
        var trunk = Measure(_flow.Sequence);
        var axis = Margin + Math.Max(trunk.Left, CardWidth / 2);
        (Width, Height) = (axis + Math.Max(trunk.Right, CardWidth / 2) + Margin, Margin + TerminalHeight + Down + trunk.Height + TerminalHeight + Margin);
        AddBox(DrawnKind.Start, null, null, axis, Margin, CardWidth, TerminalHeight);
        var bottom = Place(_flow.Sequence, null, null, axis, Margin + TerminalHeight);
        AddBox(DrawnKind.End, null, null, axis, bottom, CardWidth, TerminalHeight);
    }

    /// <summary>With the line after each block; the one before the first belongs to what stands above.</summary>
    private Extent Measure(IReadOnlyList<string> sequence)
    {
        var whole = new Extent(0, 0, 0);
        foreach (var key in sequence)
        {
            var block = Measure(key);
            whole = new(Math.Max(whole.Left, block.Left), Math.Max(whole.Right, block.Right), whole.Height + block.Height + Down);
        }

        return whole;
    }

    private Extent Measure(string key)
    {
        if (_extents.TryGetValue(key, out var known))
        {
            return known;
        }

        // For whoever names the block again inside itself, which the compiler tells.
        _extents[key] = default;
        return _extents[key] = !_flow.Blocks.TryGetValue(key, out var block) ? default
            : block.Branches.Count == 0 ? new(CardWidth / 2, CardWidth / 2, CardHeight)
            : _folded.Contains(key) ? new(CardWidth / 2, CardWidth / 2, ChipHeight)
            : MeasureBranches(block);
    }

    private Extent MeasureBranches(FlowBlockDefinition block)
    {
        var branches = block.Branches.Select(branch => Measure(branch.Sequence)).ToList();
        var width = branches.Sum(WidthOf) + (Across * (branches.Count - 1));
        // A loop leads back beside its body.
        var side = block.Type == FlowBlockDefinition.Loop ? Across : 0;
        return new((width / 2) + side, (width / 2) + side, HeadHeight + Down + BranchHeight + Down + branches.Max(branch => branch.Height));
    }

    private static double WidthOf(Extent branch) => Math.Max(branch.Left, CardWidth / 2) + Math.Max(branch.Right, CardWidth / 2);

    /// <param name="top">Where the line into the sequence begins.</param>
    /// <returns>Where what follows begins.</returns>
    private double Place(IReadOnlyList<string> sequence, string? block, string? branch, double axis, double top)
    {
        var y = top;
        foreach (var (index, key) in sequence.Index())
        {
            AddLine(block, branch, index, axis, y);
            y = Place(key, axis, y + Down);
        }

        AddLine(block, branch, sequence.Count, axis, y);
        return y + Down;
    }

    private void AddLine(string? block, string? branch, int index, double axis, double y)
    {
        _lines.Add(new([(axis, y), (axis, y + Down)]));
        _places.Add(new(block, branch, index, axis, y + (Down / 2)));
    }

    /// <returns>The lower edge.</returns>
    private double Place(string key, double axis, double top)
    {
        if (!_flow.Blocks.TryGetValue(key, out var block) || !_placed.Add(key))
        {
            return top;
        }

        if (block.Branches.Count == 0)
        {
            AddBox(DrawnKind.Step, key, null, axis, top, CardWidth, CardHeight);
            return top + CardHeight;
        }

        if (_folded.Contains(key))
        {
            AddBox(DrawnKind.Folded, key, null, axis, top, CardWidth, ChipHeight, SizeOf(block, []));
            return top + ChipHeight;
        }

        return PlaceBranches(key, block, axis, top);
    }

    private double PlaceBranches(string key, FlowBlockDefinition block, double axis, double top)
    {
        AddBox(DrawnKind.Head, key, null, axis, top, HeadWidth, HeadHeight);
        var extent = _extents[key];
        var (bar, bottom) = (top + HeadHeight, top + extent.Height);
        var side = block.Type == FlowBlockDefinition.Loop ? Across : 0;
        var left = axis - extent.Left + side;
        foreach (var branch in block.Branches)
        {
            var inner = Measure(branch.Sequence);
            var middle = left + Math.Max(inner.Left, CardWidth / 2);
            _lines.Add(new([(axis, bar), (axis, bar + (Down / 2)), (middle, bar + (Down / 2)), (middle, bar + Down)]));
            AddBox(DrawnKind.Branch, key, branch.Key, middle, bar + Down, CardWidth, BranchHeight);
            var end = Place(branch.Sequence, key, branch.Key, middle, bar + Down + BranchHeight);
            _lines.Add(new([(middle, end), (middle, bottom), (axis, bottom)]));
            left += WidthOf(inner) + Across;
        }

        if (side > 0)
        {
            var right = axis + extent.Right - (side / 2);
            _lines.Add(new([(axis, bottom), (right, bottom), (right, top + (HeadHeight / 2)), (axis + (HeadWidth / 2), top + (HeadHeight / 2))], IsBack: true));
        }

        return bottom;
    }

    private int SizeOf(FlowBlockDefinition block, HashSet<FlowBlockDefinition> seen)
        => seen.Add(block) ? block.Branches.SelectMany(branch => branch.Sequence).Sum(key => _flow.Blocks.TryGetValue(key, out var inner) ? 1 + SizeOf(inner, seen) : 0) : 0;

    private void AddBox(DrawnKind kind, string? block, string? branch, double axis, double top, double width, double height, int size = 0)
        => _boxes.Add(new(kind, block, branch, axis - (width / 2), top, width, height, size));

    /// <param name="Left">From the axis to the left edge.</param>
    private readonly record struct Extent(double Left, double Right, double Height);
}
