namespace LowCodeErp.Formula.Building;

/// <summary>
/// A condition as people put it together from fields, operators and values. <see cref="BuiltConditionWriter"/> makes a formula of it,
/// <see cref="BuiltConditionReader"/> the same condition of that formula.
/// </summary>
public abstract record BuiltCondition
{
    private BuiltCondition()
    {
    }

    /// <summary>Nothing yet; every condition is a group at its top.</summary>
    public static Group Empty { get; } = new(true, []);

    /// <summary>Whether nothing is left to be filled in.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>Conditions that must all hold, or one of which must.</summary>
    /// <param name="Writing">How its author wrote it, so that the formula stays as it was.</param>
    public sealed record Group(bool IsAll, IReadOnlyList<BuiltCondition> Items, GroupWriting Writing = GroupWriting.Plain) : BuiltCondition
    {
        public override bool IsComplete => Items.Count > 0 && Items.All(item => item.IsComplete);

        public bool Equals(Group? other)
            => other is not null && IsAll == other.IsAll && Writing == other.Writing && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Aggregate(HashCode.Combine(IsAll, Writing), HashCode.Combine);
    }

    /// <summary>One question about one value.</summary>
    /// <param name="Operands">As many as the operator takes, see <see cref="TestOperators"/>.</param>
    public sealed record Test(Subject Subject, TestOperator Operator, params IReadOnlyList<Operand> Operands) : BuiltCondition
    {
        public override bool IsComplete => Subject.Path.Length > 0 && TestOperators.Takes(Operator, Operands);

        public bool Equals(Test? other)
            => other is not null && Subject == other.Subject && Operator == other.Operator && Operands.SequenceEqual(other.Operands);

        public override int GetHashCode() => Operands.Aggregate(HashCode.Combine(Subject, Operator), HashCode.Combine);
    }
}
