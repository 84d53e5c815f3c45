namespace LowCodeErp.Metadata.Forms;

/// <summary>What becomes of the value of a field that is not shown.</summary>
public enum HiddenValue
{
    /// <summary>It stays as it was, and is there again when the field is shown.</summary>
    Keep,

    /// <summary>It is blank, for formulas at once and in the database from the next save.</summary>
    Clear,
}
