using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Access;

namespace LowCodeErp.Runtime.Changes;

/// <summary>What differs in the grants of a role. They have no keys; one is the same if it says the same, or else speaks of the same records.</summary>
internal sealed class RoleComparison(string path, LocalizedText role, GrantSentence sentence, List<DesignChange> changes)
{
    public void Compare(IReadOnlyList<GrantDefinition> before, IReadOnlyList<GrantDefinition> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        Match(old, now, DefinitionWriter.Write);
        var pairs = Match(old, now, grant => (grant.Form, grant.Effect, grant.Rows)).Concat(Match(old, now, grant => (grant.Form, grant.Effect))).ToList();
        Tell(now, ChangeTexts.Granted);
        Tell(old, ChangeTexts.Withdrawn);
        foreach (var (was, became) in pairs)
        {
            changes.Add(new(path, ChangeTexts.Altered(role, ChangeTexts.Member("grants"), ChangeTexts.Quoted([sentence.Of(was)]), ChangeTexts.Quoted([sentence.Of(became)]))));
        }
    }

    private void Tell(IEnumerable<GrantDefinition> grants, Func<LocalizedText, LocalizedText, LocalizedText> say)
        => changes.AddRange(grants.Select(grant => new DesignChange(path, say(role, sentence.Of(grant)))));

    /// <summary>Takes those that belong together out of both lists.</summary>
    private static List<(GrantDefinition Before, GrantDefinition After)> Match<T>(List<GrantDefinition> old, List<GrantDefinition> now, Func<GrantDefinition, T> sameness)
    {
        var pairs = new List<(GrantDefinition, GrantDefinition)>();
        foreach (var grant in old.ToList())
        {
            if (now.Find(other => Equals(sameness(grant), sameness(other))) is { } same)
            {
                pairs.Add((grant, same));
                old.Remove(grant);
                now.Remove(same);
            }
        }

        return pairs;
    }
}
