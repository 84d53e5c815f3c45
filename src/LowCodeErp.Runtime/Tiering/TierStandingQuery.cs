using LowCodeErp.Metadata.Access;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>Which rows of a run to read.</summary>
public sealed record TierStandingQuery(TierModel Model, long RunId)
{
    /// <summary>What the rows are read for; only those of records are found with which the actor may do it.</summary>
    public AccessOperation Operation { get; init; } = AccessOperation.View;

    /// <summary>Must be contained in the code or the title, ignoring case; blank finds everything.</summary>
    public string? Search { get; init; }

    /// <summary>Null: every record.</summary>
    public long? RecordId { get; init; }

    /// <summary>Null: every tier.</summary>
    public string? Tier { get; init; }

    /// <summary>Only records whose tier this run has changed.</summary>
    public bool OnlyMoved { get; init; }

    /// <summary>Blanks come last in both directions; the code and then the id decide between equals.</summary>
    public TierStandingColumn Sort { get; init; }

    public bool Descending { get; init; }

    public int Skip { get; init; }

    /// <summary>Null: all.</summary>
    public int? Take { get; init; }
}
