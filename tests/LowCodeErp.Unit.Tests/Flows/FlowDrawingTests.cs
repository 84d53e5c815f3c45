using LowCodeErp.Metadata.Flows;
using LowCodeErp.UI.Flows;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Where the boxes of a drawn flow stand (flows.md 5.4, check 4).</summary>
public sealed class FlowDrawingTests
{
    private const int Shapes = 500;

    private static readonly HashSet<string> Nothing = [];

    [Fact]
    public void Empty_StartAndEnd_WithOnePlaceBetween()
    {
        var drawing = FlowDrawing.Of(Flow([], []), Nothing);

        Assert.Equal([DrawnKind.Start, DrawnKind.End], drawing.Boxes.Select(box => box.Kind));
        Assert.Equal((null, null, 0), (drawing.Places.Single().Block, drawing.Places.Single().Branch, drawing.Places.Single().Index));
    }

    [Fact]
    public void RandomShapes_DoNotOverlap_AndLieWithinTheDrawing()
    {
        var random = new Random(20261123);
        for (var shape = 0; shape < Shapes; shape++)
        {
            var blocks = new Dictionary<string, FlowBlockDefinition>();
            var flow = Flow(Sequence(random, blocks, 4), blocks);
            var folded = blocks.Where(block => block.Value.Branches.Count > 0 && random.Next(5) == 0).Select(block => block.Key).ToHashSet();
            var drawing = FlowDrawing.Of(flow, folded);

            AssertApart(drawing);
            Assert.All(drawing.Boxes, box => Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= drawing.Width && box.Bottom <= drawing.Height, $"{box} of shape {shape} lies outside."));
            Assert.All(drawing.Lines.SelectMany(line => line.Corners), corner => Assert.True(corner.X >= 0 && corner.X <= drawing.Width && corner.Y >= 0 && corner.Y <= drawing.Height));
            if (folded.Count == 0)
            {
                Assert.Equal(blocks.Count, drawing.Boxes.Count(box => box.Kind is DrawnKind.Step or DrawnKind.Head));
                Assert.Equal(blocks.Count + 1 + blocks.Values.Sum(block => block.Branches.Count), drawing.Places.Count);
            }
        }
    }

    [Fact]
    public void Lines_EndAtBoxes_OrAtEachOther()
    {
        var random = new Random(7);
        var blocks = new Dictionary<string, FlowBlockDefinition>();
        var drawing = FlowDrawing.Of(Flow(Sequence(random, blocks, 4), blocks), Nothing);
        var ends = drawing.Boxes.SelectMany(box => new[] { (box.Middle, box.Y), (box.Middle, box.Bottom) }).Concat(drawing.Lines.Select(line => line.Corners[0])).ToHashSet();

        Assert.All(drawing.Lines.Where(line => !line.IsBack), line => Assert.Contains(line.Corners[^1], ends));
    }

    [Fact]
    public void Folded_TellsHowMuchItHides()
    {
        var blocks = new Dictionary<string, FlowBlockDefinition>
        {
            ["choice"] = new() { Type = "exclusive", Branches = [new() { Key = "a", Sequence = ["x", "y"] }, new() { Key = "b", Sequence = ["z"] }] },
            ["x"] = new() { Type = "approval" }, ["y"] = new() { Type = "approval" }, ["z"] = new() { Type = "approval" },
        };
        var box = FlowDrawing.Of(Flow(["choice"], blocks), new HashSet<string> { "choice" }).Boxes.Single(box => box.Kind == DrawnKind.Folded);

        Assert.Equal(("choice", 3), (box.Block, box.Size));
    }

    [Fact]
    public void NoTree_IsDrawnAsFarAsItIsOne()
    {
        var blocks = new Dictionary<string, FlowBlockDefinition>
        {
            ["choice"] = new() { Type = "exclusive", Branches = [new() { Key = "a", Sequence = ["gone"] }, new() { Key = "b", Sequence = [] }] },
        };

        Assert.Equal(5, FlowDrawing.Of(Flow(["choice", "missing"], blocks), Nothing).Boxes.Count);
    }

    private static void AssertApart(FlowDrawing drawing)
    {
        var sorted = drawing.Boxes.OrderBy(box => box.Y).ToList();
        for (var first = 0; first < sorted.Count; first++)
        {
            for (var second = first + 1; second < sorted.Count && sorted[second].Y < sorted[first].Bottom; second++)
            {
                Assert.False(sorted[first].Overlaps(sorted[second]), $"{sorted[first]} and {sorted[second]} overlap.");
            }
        }
    }

    private static FlowDefinition Flow(IReadOnlyList<string> sequence, Dictionary<string, FlowBlockDefinition> blocks)
        => new() { Key = "flow", Label = new("流程"), Form = "order", Sequence = sequence, Blocks = blocks };

    private static IReadOnlyList<string> Sequence(Random random, Dictionary<string, FlowBlockDefinition> blocks, int depth)
        => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Add(random, blocks, depth))];

    private static string Add(Random random, Dictionary<string, FlowBlockDefinition> blocks, int depth)
    {
        string[] branchings = ["exclusive", "inclusive", "parallel", "loop"];
        var type = depth > 0 && random.Next(2) == 0 ? branchings[random.Next(branchings.Length)] : "approval";
        var branches = type switch { "approval" => 0, "loop" => 1, _ => random.Next(2, 5) };
        var definition = new FlowBlockDefinition { Type = type, Branches = [.. Enumerable.Range(0, branches).Select(index => new FlowBranchDefinition { Key = $"w{index}", Sequence = Sequence(random, blocks, depth - 1) })] };
        var key = $"b{blocks.Count}";
        blocks.Add(key, definition);
        return key;
    }
}
