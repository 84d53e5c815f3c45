namespace LowCodeErp.Runtime.Fields;

public enum StorageKind
{
    Text,
    Number,
    Boolean,
    Date,
    DateTime,

    /// <summary>The id of a record or member.</summary>
    Id,

    /// <summary>Several texts.</summary>
    Texts,

    /// <summary>The ids of several records or members.</summary>
    Ids,
}

/// <summary>The column a field needs, in words that every database provider understands.</summary>
/// <param name="Length">Text: the most characters it holds; null means unlimited.</param>
/// <param name="Precision">Number: significant digits, 15 at most, so that SQLite's REAL holds them exactly.</param>
/// <param name="Scale">Number: digits behind the point.</param>
public sealed record StorageShape(StorageKind Kind, int? Length = null, int? Precision = null, int? Scale = null);
