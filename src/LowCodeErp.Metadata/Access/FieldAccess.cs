namespace LowCodeErp.Metadata.Access;

/// <summary>How much of a field's value somebody gets; more includes less.</summary>
public enum FieldAccess
{
    /// <summary>Nothing, not even whether there is a value.</summary>
    Hidden,

    /// <summary>The value with its middle left out: <c>138****5678</c>. It cannot be searched, filtered or sorted by.</summary>
    Masked,

    Read,

    Edit,
}
