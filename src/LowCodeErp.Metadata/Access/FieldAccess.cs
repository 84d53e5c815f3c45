namespace LowCodeErp.Metadata.Access;

/// <summary>How much of a field's value somebody gets; more includes less.</summary>
public enum FieldAccess
{
    /// <summary>Nothing, not even whether there is a value.</summary>
    Hidden,

    /// <summary>A part that identifies nothing: <c>138****5678</c>. It cannot be searched, filtered or sorted by, nor changed.</summary>
    Masked,

    Read,

    Edit,
}
