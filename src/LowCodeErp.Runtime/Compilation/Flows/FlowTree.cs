using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>
/// Whether the map of blocks and the lists of their children are a tree: every block stands at one place, reached from the trunk. Without recursion over
/// what an author wrote, so that no drawing can exhaust the stack.
/// </summary>
public sealed class FlowTree
{
    public const int MostLevels = 20;

    public const int MostBlocks = 2_000;

    private readonly FlowDefinition _flow;
    private readonly Dictionary<string, (string? Owner, int Level)> _places = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _mistakes = [];
    private bool _isTooDeep;

    private FlowTree(FlowDefinition flow) => _flow = flow;

    /// <summary>What is wrong with the structure, with paths within the definition; nothing for a tree.</summary>
    public static IReadOnlyList<Diagnostic> Check(FlowDefinition flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var tree = new FlowTree(flow);
        if (flow.Blocks.Count > MostBlocks)
        {
            return [FlowDefinitionDiagnostics.TooLarge("blocks", MostBlocks)];
        }

        tree.WalkFrom(flow.Sequence);
        tree.CheckUnreached();
        return tree._mistakes;
    }

    public static string PathOf(string block) => JsonPath.Member("blocks", block);

    private void WalkFrom(IReadOnlyList<string> trunk)
    {
        var pending = new Stack<(string? Owner, string Path, IReadOnlyList<string> Sequence, int Level)>([(null, "sequence", trunk, 1)]);
        while (pending.TryPop(out var at))
        {
            foreach (var (index, key) in at.Sequence.Index().Where(entry => Place(entry.Item, at.Owner, at.Level, $"{at.Path}[{entry.Index}]")))
            {
                foreach (var (number, branch) in _flow.Blocks[key].Branches.Index().Reverse())
                {
                    pending.Push((key, $"{PathOf(key)}.branches[{number}].sequence", branch.Sequence, at.Level + 1));
                }
            }
        }
    }

    /// <summary>False for a block that cannot stand there.</summary>
    private bool Place(string key, string? owner, int level, string path)
    {
        var mistake = !_flow.Blocks.ContainsKey(key) ? FlowDefinitionDiagnostics.UnknownBlock(path, key)
            : IsWithin(key, owner) ? FlowDefinitionDiagnostics.BlockInItself(path, key)
            : _places.ContainsKey(key) ? FlowDefinitionDiagnostics.BlockTwice(path, key)
            : level > MostLevels ? FlowDefinitionDiagnostics.TooDeep(path, MostLevels)
            : null;
        if (mistake is null)
        {
            _places.Add(key, (owner, level));
            return true;
        }

        _isTooDeep |= level > MostLevels;
        _mistakes.Add(mistake);
        return false;
    }

    private bool IsWithin(string key, string? owner)
    {
        for (var at = owner; at is not null; at = _places[at].Owner)
        {
            if (at == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A block below one that is told of is not told of again.</summary>
    private void CheckUnreached()
    {
        if (_isTooDeep)
        {
            return;
        }

        var unreached = _flow.Blocks.Where(block => !_places.ContainsKey(block.Key)).ToDictionary(StringComparer.Ordinal);
        var held = unreached.Values.SelectMany(block => block.Branches).SelectMany(branch => branch.Sequence).ToHashSet(StringComparer.Ordinal);
        foreach (var key in unreached.Keys.Where(key => !held.Contains(key)))
        {
            _mistakes.Add(FlowDefinitionDiagnostics.BlockUnused(PathOf(key), key));
        }

        foreach (var key in unreached.Keys.Where(key => held.Contains(key) && HoldsItself(key, unreached)))
        {
            _mistakes.Add(FlowDefinitionDiagnostics.BlockInItself(PathOf(key), key));
        }
    }

    private static bool HoldsItself(string key, Dictionary<string, FlowBlockDefinition> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([key]);
        while (pending.TryPop(out var at))
        {
            foreach (var inner in blocks.GetValueOrDefault(at)?.Branches.SelectMany(branch => branch.Sequence) ?? [])
            {
                if (inner == key)
                {
                    return true;
                }

                if (seen.Add(inner))
                {
                    pending.Push(inner);
                }
            }
        }

        return false;
    }
}
