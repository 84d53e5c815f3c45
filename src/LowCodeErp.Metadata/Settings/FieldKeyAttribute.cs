using LowCodeErp.Core.Values;

namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a field, or several in their order where it is a list of texts.</summary>
/// <param name="kinds">What the field's values may be; none for any.</param>
/// <example>
/// Of the form being designed: <c>[FieldKey]</c>. Of the form that another member names: <c>[FieldKey(Of = nameof(Form))]</c>. Of the
/// lines whose fields another member holds: <c>[FieldKey(ValueKind.Number, Of = nameof(Fields))]</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldKeyAttribute(params ValueKind[] kinds) : Attribute
{
    public IReadOnlyList<ValueKind> Kinds => kinds;

    /// <summary>A member of the same record: one with <see cref="FormKeyAttribute"/>, one that names a reference, or a list of field definitions.</summary>
    public string? Of { get; init; }

    /// <summary>Whether only fields count that refer to the form being designed.</summary>
    public bool RefersHere { get; init; }
}
