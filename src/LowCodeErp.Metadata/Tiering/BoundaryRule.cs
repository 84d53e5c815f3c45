namespace LowCodeErp.Metadata.Tiering;

/// <summary>Where the customer belongs whose amount crosses the line.</summary>
public enum BoundaryRule
{
    /// <summary>Still above the line: the share before the customer decides.</summary>
    Cross,

    /// <summary>Below the line: the share including the customer decides.</summary>
    Incl,
}
