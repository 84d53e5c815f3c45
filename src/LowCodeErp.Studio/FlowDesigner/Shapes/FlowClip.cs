using LowCodeErp.Metadata.Flows;

namespace LowCodeErp.Studio.FlowDesigner.Shapes;

/// <summary>Blocks with all inside them, taken out of a flow to be put elsewhere, in this flow or another one.</summary>
/// <param name="Sequence">Keys of the blocks that follow each other.</param>
/// <param name="Blocks">Those, and all inside them.</param>
public sealed record FlowClip(IReadOnlyList<string> Sequence, IReadOnlyDictionary<string, FlowBlockDefinition> Blocks)
{
    /// <param name="keys">What stands inside another one of them comes with that.</param>
    public static FlowClip Of(FlowDefinition flow, IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var inside = keys.SelectMany(key => flow.WithAllInside(key).Skip(1)).ToHashSet(StringComparer.Ordinal);
        string[] outer = [.. keys.Where(key => flow.Blocks.ContainsKey(key) && !inside.Contains(key)).Distinct()];
        return new(outer, outer.SelectMany(key => flow.WithAllInside(key)).ToDictionary(key => key, key => flow.Blocks[key], StringComparer.Ordinal));
    }

    /// <summary>The same with other keys where a flow has them already; what the blocks' settings name among each other follows when they are read.</summary>
    public FlowClip For(FlowDefinition flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var taken = flow.Blocks.Keys.ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in Blocks.Keys)
        {
            names[key] = Free(key, taken);
        }

        return new(
            [.. Sequence.Select(key => names[key])],
            Blocks.ToDictionary(
                entry => names[entry.Key],
                entry => entry.Value with { Branches = [.. entry.Value.Branches.Select(branch => branch with { Sequence = [.. branch.Sequence.Select(key => names[key])] })] },
                StringComparer.Ordinal));
    }

    /// <summary>A key that is not taken, and is from now on: <c>approve</c>, <c>approve-2</c>.</summary>
    public static string Free(string key, ISet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var (stem, candidate) = (Stem(key), key);
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{stem}-{number}";
        }

        return candidate;
    }

    private static string Stem(string key)
        => key.LastIndexOf('-') is > 0 and var dash && key[(dash + 1)..].All(char.IsAsciiDigit) && dash < key.Length - 1 ? key[..dash] : key;
}
