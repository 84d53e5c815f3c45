namespace LowCodeErp.Core.Values;

/// <summary>What a formula, a filter or a column sees when it reads a field. The .NET type of each is fixed.</summary>
public enum ValueKind
{
    /// <summary><see cref="string"/>; never empty, an empty text is blank.</summary>
    Text,

    /// <summary><see cref="decimal"/> of at most 15 significant digits.</summary>
    Number,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="DateOnly"/>, without a zone.</summary>
    Date,

    /// <summary><see cref="System.DateTime"/> in UTC.</summary>
    DateTime,

    /// <summary><see cref="decimal"/>: the whole minutes since midnight, from 0 to 1439. A time of day, without a day or zone.</summary>
    Time,

    /// <summary><see cref="long"/>: the id of a record or of a member.</summary>
    Reference,

    /// <summary>The lines of a sub-table; they are records of their own. A value that stands for them is their number, an <see cref="int"/>.</summary>
    Table,

    /// <summary><see cref="ValueList"/>: several texts, ids of records or ids of members; never empty, an empty list is blank.</summary>
    List,

    /// <summary>Several fields that people see as one; it has no content of its own.</summary>
    Parts,

    /// <summary>No content at all: a button.</summary>
    None,
}
