using LowCodeErp.Metadata.Flows;

namespace LowCodeErp.Studio.FlowDesigner.Shapes;

/// <summary>The tree of blocks that a definition holds as a flat map: where blocks stand, and the definition with them elsewhere. A tree stays one.</summary>
public static class FlowShape
{
    /// <summary>The blocks at a place and beside it; null when there is no such place.</summary>
    public static IReadOnlyList<string>? SequenceAt(this FlowDefinition flow, FlowPlace place)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(place);
        return place.Block is null ? flow.Sequence : flow.Blocks.GetValueOrDefault(place.Block)?.Branches.FirstOrDefault(branch => branch.Key == place.Branch)?.Sequence;
    }

    /// <summary>Where a block stands; null for one that stands nowhere.</summary>
    public static FlowPlace? PlaceOf(this FlowDefinition flow, string key)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (IndexOf(flow.Sequence, key) is { } index)
        {
            return FlowPlace.OnTrunk(index);
        }

        return flow.Blocks.SelectMany(block => block.Value.Branches.Select(branch => (Block: block.Key, Branch: branch.Key, Index: IndexOf(branch.Sequence, key))))
            .Where(found => found.Index is not null).Select(found => new FlowPlace(found.Block, found.Branch, found.Index!.Value)).FirstOrDefault();
    }

    /// <summary>The block and all inside it, in reading order; nothing for one that there is not.</summary>
    public static IReadOnlyList<string> WithAllInside(this FlowDefinition flow, string key)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var (found, pending) = (new List<string>(), new Stack<string>([key]));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var at))
        {
            if (flow.Blocks.TryGetValue(at, out var block) && seen.Add(at))
            {
                found.Add(at);
                foreach (var inner in block.Branches.SelectMany(branch => branch.Sequence).Reverse())
                {
                    pending.Push(inner);
                }
            }
        }

        return found;
    }

    /// <summary>How deep branchings stand in each other at a place: 1 on the trunk.</summary>
    public static int LevelOf(this FlowDefinition flow, FlowPlace place)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var level = 1;
        for (var at = place; at?.Block is { } block; at = flow.PlaceOf(block))
        {
            level++;
        }

        return level;
    }

    /// <summary>How many levels a block adds below itself: 0 for a step.</summary>
    public static int DepthOf(this FlowDefinition flow, string key)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.Blocks.TryGetValue(key, out var block) && block.Branches.Count > 0
            ? 1 + block.Branches.SelectMany(branch => branch.Sequence).Select(inner => flow.DepthOf(inner)).DefaultIfEmpty(0).Max()
            : 0;
    }

    /// <summary>The definition with another sequence at a place.</summary>
    public static FlowDefinition WithSequence(this FlowDefinition flow, FlowPlace place, IReadOnlyList<string> sequence)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(place);
        return place.Block is null
            ? flow with { Sequence = sequence }
            : flow.WithBlock(place.Block, block => block with { Branches = [.. block.Branches.Select(branch => branch.Key == place.Branch ? branch with { Sequence = sequence } : branch)] });
    }

    /// <summary>The definition with a block changed; itself when there is none.</summary>
    public static FlowDefinition WithBlock(this FlowDefinition flow, string key, Func<FlowBlockDefinition, FlowBlockDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(change);
        return !flow.Blocks.TryGetValue(key, out var block) || change(block) is var changed && ReferenceEquals(changed, block)
            ? flow
            : flow with { Blocks = flow.Blocks.ToDictionary(entry => entry.Key, entry => entry.Key == key ? changed : entry.Value, StringComparer.Ordinal) };
    }

    /// <summary>The definition without some blocks and all inside them.</summary>
    public static FlowDefinition Without(this FlowDefinition flow, IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var gone = keys.SelectMany(key => flow.WithAllInside(key)).ToHashSet(StringComparer.Ordinal);
        return gone.Count == 0 ? flow : flow.Detached(gone) with
        {
            Blocks = flow.Detached(gone).Blocks.Where(block => !gone.Contains(block.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The definition with blocks put at a place, which have to be in its map already.</summary>
    public static FlowDefinition WithInserted(this FlowDefinition flow, FlowPlace place, IReadOnlyList<string> keys)
    {
        var sequence = flow.SequenceAt(place) ?? throw new ArgumentException($"The flow has no place {place}.", nameof(place));
        var index = Math.Clamp(place.Index, 0, sequence.Count);
        return flow.WithSequence(place, [.. sequence.Take(index), .. keys, .. sequence.Skip(index)]);
    }

    /// <summary>The definition with some blocks in no sequence.</summary>
    public static FlowDefinition Detached(this FlowDefinition flow, IReadOnlySet<string> keys)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow with
        {
            Sequence = [.. flow.Sequence.Where(key => !keys.Contains(key))],
            Blocks = flow.Blocks.ToDictionary(
                entry => entry.Key,
                entry => entry.Value.Branches.Any(branch => branch.Sequence.Any(keys.Contains))
                    ? entry.Value with { Branches = [.. entry.Value.Branches.Select(branch => branch with { Sequence = [.. branch.Sequence.Where(key => !keys.Contains(key))] })] }
                    : entry.Value,
                StringComparer.Ordinal),
        };
    }

    /// <summary>Whether the last branch is the one that is taken where no other is.</summary>
    public static bool HasDefault(this FlowBlockDefinition block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.Type is FlowBlockDefinition.Exclusive or FlowBlockDefinition.Inclusive && block.Branches is [.., { When: null }];
    }

    private static int? IndexOf(IReadOnlyList<string> sequence, string key)
        => sequence.Index().Where(entry => entry.Item == key).Select(entry => (int?)entry.Index).FirstOrDefault();
}
