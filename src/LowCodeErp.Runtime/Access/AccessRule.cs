namespace LowCodeErp.Runtime.Access;

/// <summary>
/// Whether something is allowed with a record, as a condition on what its terms say of it. The same rule decides one record in memory and all
/// records of a query in the database, so that no surface can decide otherwise.
/// </summary>
public abstract record AccessRule
{
    private AccessRule()
    {
    }

    /// <summary>With every record.</summary>
    public static AccessRule Always { get; } = new Fixed(true);

    /// <summary>With none.</summary>
    public static AccessRule Never { get; } = new Fixed(false);

    public bool IsAlways => this == Always;

    public bool IsNever => this == Never;

    /// <summary>What has to be asked of a record, each thing once.</summary>
    public IEnumerable<AccessTerm> Terms => Collect().Distinct();

    public sealed record Fixed(bool IsAllowed) : AccessRule;

    public sealed record Asks(AccessTerm Term) : AccessRule;

    public sealed record Any(IReadOnlyList<AccessRule> Rules) : AccessRule;

    public sealed record All(IReadOnlyList<AccessRule> Rules) : AccessRule;

    public sealed record Without(AccessRule Rule) : AccessRule;

    public static AccessRule Of(AccessTerm term) => new Asks(term);

    public static AccessRule AnyOf(IEnumerable<AccessRule> rules)
        => Join(rules, Always, Never, parts => new Any(parts));

    public static AccessRule AllOf(params IEnumerable<AccessRule> rules)
        => Join(rules, Never, Always, parts => new All(parts));

    public static AccessRule Except(AccessRule rule)
        => rule switch
        {
            Fixed { IsAllowed: var isAllowed } => isAllowed ? Never : Always,
            Without { Rule: var inner } => inner,
            _ => new Without(rule),
        };

    /// <param name="asked">What a term says of the record.</param>
    public bool Holds(Func<AccessTerm, bool> asked) => this switch
    {
        Fixed { IsAllowed: var isAllowed } => isAllowed,
        Asks { Term: var term } => asked(term),
        Any { Rules: var rules } => rules.Any(rule => rule.Holds(asked)),
        All { Rules: var rules } => rules.All(rule => rule.Holds(asked)),
        Without { Rule: var rule } => !rule.Holds(asked),
        _ => throw new InvalidOperationException($"There is no rule {GetType()}."),
    };

    /// <param name="decides">Stands for the whole as soon as one part is it.</param>
    /// <param name="nothing">Says nothing as a part.</param>
    private static AccessRule Join(IEnumerable<AccessRule> rules, AccessRule decides, AccessRule nothing, Func<IReadOnlyList<AccessRule>, AccessRule> join)
    {
        var parts = rules.Where(rule => rule != nothing).Distinct().ToList();
        return parts.Contains(decides) ? decides : parts.Count switch
        {
            0 => nothing,
            1 => parts[0],
            _ => join(parts),
        };
    }

    private IEnumerable<AccessTerm> Collect() => this switch
    {
        Asks { Term: var term } => [term],
        Any { Rules: var rules } => rules.SelectMany(rule => rule.Collect()),
        All { Rules: var rules } => rules.SelectMany(rule => rule.Collect()),
        Without { Rule: var rule } => rule.Collect(),
        _ => [],
    };
}
