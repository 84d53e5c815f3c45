using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Binding;

/// <summary>A field, reached through none or several references: 客户 → 等级.</summary>
public sealed record FieldPath(IReadOnlyList<FormulaField> Steps)
{
    public FormulaField Last => Steps[^1];

    public string Keys => string.Join('.', Steps.Select(step => step.Key));

    public LocalizedText Label => new(
        string.Join('.', Steps.Select(step => step.Label.Chinese)),
        string.Join('.', Steps.Select(step => step.Label.English ?? step.Label.Chinese)));

    public bool Equals(FieldPath? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Steps.Aggregate(0, (hash, step) => HashCode.Combine(hash, step.Key));

    public override string ToString() => Keys;
}
