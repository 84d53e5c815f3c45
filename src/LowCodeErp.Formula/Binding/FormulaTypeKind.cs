namespace LowCodeErp.Formula.Binding;

public enum FormulaTypeKind
{
    /// <summary>Of what could not be understood; fits everywhere, so that one mistake is reported once.</summary>
    Error,

    /// <summary>Of a bare "", which is blank and fits wherever a value may be blank.</summary>
    Blank,
    Text,
    Number,
    Boolean,
    Date,
    DateTime,

    /// <summary>A time of day or a span, in days as in Excel: 6:00 is 0.25.</summary>
    Time,
    Reference,
    List,

    /// <summary>Lines of a sub-table or related records.</summary>
    Rows,

    /// <summary>Only in signatures: any type, the same wherever the same letter stands.</summary>
    Variable,
}
