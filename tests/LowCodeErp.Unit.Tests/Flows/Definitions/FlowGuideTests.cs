using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>The guide in <c>src/LowCodeErp.Runtime/Flows/README.md</c> says the truth.</summary>
public sealed partial class FlowGuideTests
{
    [Fact]
    public void Examples_AllCompile()
    {
        var examples = Examples().ToList();
        Assert.True(examples.Count >= 5, "The guide has lost its examples.");
        Assert.All(examples, example => Assert.DoesNotContain(
            Compiler.Compile(1, [Package.WithFlows(example)]).Diagnostics.Select(diagnostic => diagnostic.ToString()), _ => true));
    }

    [Fact]
    public void Examples_ShowEveryKindOfBlock()
    {
        var shown = Examples().SelectMany(example => DefinitionReader.Read<FlowDefinition>(example, "guide", new DiagnosticBag())!.Blocks.Values).Select(block => block.Type).ToHashSet();
        string[] kinds = [FlowBlockDefinition.Exclusive, FlowBlockDefinition.Inclusive, FlowBlockDefinition.Parallel, FlowBlockDefinition.Loop, .. Nodes.All.Select(node => node.Key)];
        Assert.Empty(kinds.Except(shown));
    }

    [Fact]
    public async Task Script_RunsToItsEnd_AsTheGuideSays()
    {
        var diagnostics = new DiagnosticBag();
        var flow = LooseFlow.Compile(Fence("loose"), "guide", [], Compiler, diagnostics);
        var script = DefinitionReader.Read<FlowScript>(Fence("script"), "guide", diagnostics);
        Assert.Empty(diagnostics.Items.Select(diagnostic => diagnostic.ToString()));

        var run = new FlowScriptRun(flow!, script!, new(1, [DayOfWeek.Saturday, DayOfWeek.Sunday], []), new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc));
        var pictures = await run.RunAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Empty(run.Problems.Select(problem => problem.ToString()));
        Assert.Equal(script!.Steps.Count, pictures.Count);
        Assert.All(pictures, picture => Assert.Null(picture["refused"]));
        Assert.Equal(["which"], pictures[1]["choices"]!.AsArray().Select(choice => (string)choice!["node"]!));
        Assert.Equal("approved", (string)pictures[^1]["status"]!);
    }

    [Theory]
    [InlineData("\"at\": \"ship\"", "\"at\": \"shop\"", "flow.script.block-unknown", "steps[13].at")]
    [InlineData("\"do\": \"crash\"", "\"do\": \"crush\"", "flow.script.verb-unknown", "steps[10].do")]
    [InlineData("[\"thorough\"]", "[\"slow\"]", "flow.script.branch-unknown", "steps[2].branches[0]")]
    [InlineData("2026-03-02 09:00", "tomorrow", "flow.script.not-a-moment", "now")]
    public async Task Script_WithAMistake_StopsThere_AndTellsItsPlace(string right, string wrong, string code, string place)
    {
        var diagnostics = new DiagnosticBag();
        var flow = LooseFlow.Compile(Fence("loose"), "guide", [], Compiler, diagnostics);
        var script = DefinitionReader.Read<FlowScript>(Fence("script").Replace(right, wrong, StringComparison.Ordinal), "guide", diagnostics);
        var run = new FlowScriptRun(flow!, script!, new(1, [DayOfWeek.Saturday, DayOfWeek.Sunday], []), new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc));

        Assert.InRange(await run.RunAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken), 0, 13);
        Assert.Equal((code, place), (Assert.Single(run.Problems).Code, run.Problems[0].Path));
    }

    private static string Fence(string kind) => File.ReadAllText(GuidePath()).Split($"```json {kind}\n")[1].Split("```")[0];

    private static IEnumerable<string> Examples() => Fenced().Matches(File.ReadAllText(GuidePath())).Select(match => match.Groups[1].Value);

    private static string GuidePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "src", "LowCodeErp.Runtime", "Flows", "README.md");
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
