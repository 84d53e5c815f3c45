namespace LowCodeErp.Runtime.Queries;

/// <summary>How a column can be filtered.</summary>
public enum FilterKind
{
    None,
    Text,

    /// <summary>By the whole text alone: nobody can look into what is encrypted.</summary>
    Exact,
    Options,
    Number,
    Date,
    Reference,

    /// <summary>Of those that are in use.</summary>
    Tags,
}
