using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>The formulas of a flow as they are stored: fields by key, as <see cref="StoredFormulas"/> does it for forms.</summary>
internal static partial class StoredFlowFormulas
{
    public static Sourced<FlowDefinition> Write(Sourced<FlowDefinition> source, FlowModel flow)
    {
        var json = JsonNode.Parse(source.Json)!;
        var isChanged = FormulasOf(flow).Aggregate(false, (before, formula) => before | Write(json, formula.Path, formula.Formula.PrintWithKeys()));
        if (!isChanged)
        {
            return source;
        }

        var text = json.ToJsonString(StoredFormulas.Layout);
        return new(source.File, DefinitionReader.Read<FlowDefinition>(text, source.File, new DiagnosticBag())!, text);
    }

    private static IEnumerable<(string Path, CompiledFormula Formula)> FormulasOf(FlowModel flow)
        => flow.Starts.Select((start, index) => ($"starts[{index}].when", start.When)).Append(("title", flow.Title))
            .Concat(flow.Blocks.Values.SelectMany(FormulasOf))
            .Where(entry => entry.Item2 is not null).Select(entry => (entry.Item1, entry.Item2!));

    private static IEnumerable<(string Path, CompiledFormula? Formula)> FormulasOf(FlowBlock block)
    {
        var path = FlowTree.PathOf(block.Key);
        return block switch
        {
            FlowBlock.Leaf leaf => leaf.Formulas.Select(formula => ($"{path}.settings.{formula.Key}", (CompiledFormula?)formula.Value)),
            FlowBlock.Repetition loop => [($"{path}.settings.until", loop.Until)],
            _ => block.Ways.Select((way, index) => ($"{path}.branches[{index}].when", way.When)),
        };
    }

    /// <returns>Whether it was spelled otherwise.</returns>
    private static bool Write(JsonNode json, string path, string text)
    {
        var steps = Steps().Matches(path);
        var owner = steps.SkipLast(1).Aggregate(json, (node, step) => Find(node, step)!);
        var isChanged = (string?)Find(owner, steps[^1]) != text;
        if (steps[^1].Groups["index"] is { Success: true } index)
        {
            owner[int.Parse(index.ValueSpan, System.Globalization.CultureInfo.InvariantCulture)] = text;
        }
        else
        {
            owner[steps[^1].Value] = text;
        }

        return isChanged;
    }

    private static JsonNode? Find(JsonNode node, Match step)
        => step.Groups["index"] is { Success: true } index ? node[int.Parse(index.ValueSpan, System.Globalization.CultureInfo.InvariantCulture)] : node[step.Value];

    /// <summary>Names of a model's members and blocks are keys, so that no path has a quoted one.</summary>
    [GeneratedRegex(@"\[(?<index>\d+)\]|[^.\[\]]+")]
    private static partial Regex Steps();
}
