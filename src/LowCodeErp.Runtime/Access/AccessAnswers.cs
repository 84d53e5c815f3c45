namespace LowCodeErp.Runtime.Access;

/// <summary>What the terms of rules say of some records.</summary>
/// <param name="holding">Which terms hold, by the id of the record; a record that is not there holds none.</param>
public sealed class AccessAnswers(IReadOnlyDictionary<long, IReadOnlySet<AccessTerm>> holding)
{
    /// <summary>Of rules that ask nothing.</summary>
    public static AccessAnswers None { get; } = new(new Dictionary<long, IReadOnlySet<AccessTerm>>());

    public bool Holds(AccessRule rule, long id)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Holds(term => holding.TryGetValue(id, out var terms) && terms.Contains(term));
    }
}
