using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
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
