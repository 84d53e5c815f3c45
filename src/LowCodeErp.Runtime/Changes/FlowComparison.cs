using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What differs in the blocks of a flow: those that are new or gone, those that stand elsewhere, and what is said of them.</summary>
/// <param name="flow">As it is called in sentences.</param>
/// <param name="find">The kind of a leaf; null for a branching, and for a kind that is not known.</param>
internal sealed class FlowComparison(LocalizedText flow, KeyWords words, Func<string, IExtension?> find, List<DesignChange> changes)
{
    public void Compare(FlowDefinition before, FlowDefinition after)
    {
        var (old, now) = (PlacesIn(before), PlacesIn(after));
        foreach (var (key, block) in after.Blocks.Where(block => !before.Blocks.ContainsKey(block.Key)))
        {
            Tell(after, ChangeTexts.BlockAdded(flow, LabelOf(key, block), NameOf(after, now.GetValueOrDefault(key))));
        }

        foreach (var (key, block) in before.Blocks.Where(block => !after.Blocks.ContainsKey(block.Key)))
        {
            Tell(after, ChangeTexts.BlockRemoved(flow, LabelOf(key, block)));
        }

        foreach (var (key, block) in before.Blocks.Where(block => after.Blocks.ContainsKey(block.Key)))
        {
            if (old.GetValueOrDefault(key) != now.GetValueOrDefault(key))
            {
                Tell(after, ChangeTexts.BlockMoved(flow, LabelOf(key, block), NameOf(after, now.GetValueOrDefault(key))));
            }

            CompareBlock(after.Key, LabelOf(key, block), block, after.Blocks[key]);
        }

        CompareOrder(before, after, old, now);
    }

    private void CompareBlock(string path, LocalizedText label, FlowBlockDefinition before, FlowBlockDefinition after)
    {
        var owner = ChangeTexts.Block(flow, label);
        var settings = before.Type == after.Type ? find(after.Type) : null;
        var (was, became) = (ToJson(before), ToJson(after));
        new MemberComparison(path, owner, words, changes).Compare(was, became, "settings", "branches");
        new MemberComparison(path, owner, words.OfSettings(settings), changes).Compare(JsonItems.Find(was, "settings"), JsonItems.Find(became, "settings"));
        foreach (var branch in after.Branches.Where(branch => before.Branches.All(other => other.Key != branch.Key)))
        {
            changes.Add(new(path, ChangeTexts.New(ChangeTexts.Branch(owner, LabelOf(branch)))));
        }

        foreach (var branch in before.Branches)
        {
            CompareBranch(path, ChangeTexts.Branch(owner, LabelOf(branch)), branch, after.Branches.FirstOrDefault(other => other.Key == branch.Key));
        }

        if (!KeptOrder(before.Branches.Select(branch => branch.Key), after.Branches.Select(branch => branch.Key)))
        {
            changes.Add(new(path, ChangeTexts.Reordered(owner, ChangeTexts.Member("branches"))));
        }
    }

    private void CompareBranch(string path, LocalizedText name, FlowBranchDefinition before, FlowBranchDefinition? after)
    {
        if (after is null)
        {
            changes.Add(new(path, ChangeTexts.Removed(name)));
        }
        else
        {
            new MemberComparison(path, name, words, changes).Compare(ToJson(before), ToJson(after), "sequence");
        }
    }

    /// <summary>Blocks that stay in their sequence, but in another order.</summary>
    private void CompareOrder(FlowDefinition before, FlowDefinition after, Dictionary<string, Place> old, Dictionary<string, Place> now)
    {
        foreach (var (place, sequence) in SequencesOf(before))
        {
            var stayed = sequence.Where(key => old.GetValueOrDefault(key) == place && now.GetValueOrDefault(key) == place).ToList();
            var (_, became) = SequencesOf(after).FirstOrDefault(other => other.Place == place);
            if (became is not null && !KeptOrder(stayed, became))
            {
                Tell(after, ChangeTexts.BlocksReordered(flow, NameOf(after, place)));
            }
        }
    }

    private void Tell(FlowDefinition definition, LocalizedText text) => changes.Add(new(definition.Key, text));

    private static bool KeptOrder(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        return old.Where(now.Contains).SequenceEqual(now.Where(old.Contains), StringComparer.Ordinal);
    }

    private static Dictionary<string, Place> PlacesIn(FlowDefinition flow)
        => SequencesOf(flow).SelectMany(entry => entry.Sequence.Select(key => (Key: key, entry.Place))).DistinctBy(entry => entry.Key)
            .ToDictionary(entry => entry.Key, entry => entry.Place, StringComparer.Ordinal);

    private static IEnumerable<(Place Place, IReadOnlyList<string> Sequence)> SequencesOf(FlowDefinition flow)
        => flow.Blocks.SelectMany(block => block.Value.Branches.Select(branch => (new Place(block.Key, branch.Key), branch.Sequence))).Prepend((Place.Trunk, flow.Sequence));

    /// <summary>Null for the trunk.</summary>
    private LocalizedText? NameOf(FlowDefinition definition, Place? place)
        => place?.Block is { } key && definition.Blocks.GetValueOrDefault(key) is { } block
            ? ChangeTexts.Branch(Quoted(LabelOf(key, block)), LabelOf(block.Branches.First(branch => branch.Key == place.Branch)))
            : null;

    private static LocalizedText Quoted(LocalizedText label) => ChangeTexts.Quoted([label]);

    private LocalizedText LabelOf(string key, FlowBlockDefinition block)
        => block.Label ?? FlowWords.OfBranching(block.Type) ?? (find(block.Type) is { } node ? ExtensionName.Of(node) : new(key));

    private static LocalizedText LabelOf(FlowBranchDefinition branch) => branch.Label ?? new(branch.Key);

    private static JsonElement ToJson<T>(T definition)
        where T : class
        => JsonDocument.Parse(DefinitionWriter.Write(definition)).RootElement;

    /// <summary>A sequence: a branch of a block, or the trunk.</summary>
    private sealed record Place(string? Block, string? Branch)
    {
        public static Place Trunk { get; } = new(null, null);
    }
}
