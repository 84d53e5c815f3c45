using LowCodeErp.Core.Values;

namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a formula over the record that a flow is about; of a map each of its values is one.</summary>
/// <param name="kinds">What it must give; none for anything. The values of a map that has <see cref="FieldKeyAttribute"/> give what their field holds.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormulaAttribute(params ValueKind[] kinds) : Attribute
{
    public IReadOnlyList<ValueKind> Kinds => kinds;

    /// <summary>A member of the same record that names a sub-table: where it does, the formula is over the lines of that one.</summary>
    public string? Of { get; init; }
}
