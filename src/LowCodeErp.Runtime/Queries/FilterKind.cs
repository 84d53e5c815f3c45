namespace LowCodeErp.Runtime.Queries;

/// <summary>How a column can be filtered.</summary>
public enum FilterKind
{
    None,
    Text,
    Options,
    Number,
    Date,
    Reference,

    /// <summary>Of those that are in use.</summary>
    Tags,
}
